import type { FormulaFailure } from '../../formula/problem.ts'
import { checkCalculation, checkMeasure, type CheckedFormula } from '../formulas.ts'
import { formulaOfGroups } from '../value-groups.ts'
import { type Check, type ModelProblem, wrong } from './check.ts'

function problemOf(path: ModelProblem['path'], { message, hint, from, to }: FormulaFailure): ModelProblem {
  return { ...wrong(path, message, hint), span: { from, to } }
}

const problems = (path: ModelProblem['path'], checked: CheckedFormula): readonly ModelProblem[] =>
  checked.ok ? [] : [problemOf(path, checked.error)]

/** Every formula must compile; problems include their position. */
export const checkFormulas: Check = ({ document, scope }) => [
  ...document.groups.flatMap((each, at) => {
    const checked = checkCalculation({ name: each.name, formula: formulaOfGroups(each) }, scope)
    // The column check reports problems of the column itself; here only an oversized group formula remains.
    return checked.ok || checked.error.code !== 'formula/too-large' ? [] : [problemOf(['groups', at], checked.error)]
  }),
  ...document.calculations.flatMap((each, at) =>
    problems(['calculations', at, 'formula'], checkCalculation(each, scope)),
  ),
  ...document.measures.flatMap((each, at) => problems(['measures', at, 'formula'], checkMeasure(each, scope))),
]
