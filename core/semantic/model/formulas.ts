import { checkAs, type Checked } from '../formula/check/check.ts'
import { columnsOfExpression } from '../formula/expression.ts'
import type { FormulaFailure } from '../formula/problem.ts'
import type { Scope } from '../formula/scope.ts'
import type { Result } from '../../result.ts'
import type { Field } from '../../table/table.ts'
import type { ModelDocument } from './model-document.ts'
import { formulaOfGroups } from './value-groups.ts'

type NamedFormula = Scope['columns'][number]

/** The calculated columns of a document: value groups and formulas. */
const calculationsOf = ({ groups, calculations }: ModelDocument): readonly NamedFormula[] => [
  ...groups.map((each) => ({ name: each.name, formula: formulaOfGroups(each) })),
  ...calculations.map(({ name, formula }) => ({ name, formula })),
]

/** Names available to a document's formulas. */
export const scopeOfDocument = (
  document: ModelDocument,
  fields: readonly Field[],
  timeColumn: string | null,
): Scope => ({
  fields,
  columns: calculationsOf(document),
  measures: document.measures.map(({ name, formula }) => ({ name, formula })),
  timeColumn,
})

export type CheckedFormula = Result<Checked, FormulaFailure>

export const checkCalculation = ({ name, formula }: NamedFormula, scope: Scope): CheckedFormula =>
  checkAs('column', formula, scope, name)

export const checkMeasure = ({ name, formula }: NamedFormula, scope: Scope): CheckedFormula =>
  checkAs('measure', formula, scope, name)

/** Data columns that a compiled formula reads. */
export const columnsRead = ({ expression }: Checked): readonly string[] => columnsOfExpression(expression)
