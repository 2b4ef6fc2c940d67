import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import { checkAs } from '../semantic/formula/check/check.ts'
import { type Expression, partsOf } from '../semantic/formula/expression.ts'
import { namesOfFormula } from '../semantic/formula/names.ts'
import { type Scope, scopeOf } from '../semantic/formula/scope.ts'
import type { ColumnType, Field } from '../table/table.ts'
import type { Measure } from './measure.ts'
import { first, type Problem } from './problem.ts'
import type { Query } from './query.ts'

type Calculations = Query['calculations']

/** A compiled calculated column; it names only columns of the data. */
export type CheckedCalculation = { readonly name: string; readonly expression: Expression; readonly type: ColumnType }

/** Maximum operations in all formulas of a Query; each runs for every row. */
const maxParts = 10_000

const countParts = (expression: Expression): number =>
  partsOf(expression).reduce((sum, part) => sum + countParts(part), 1)

const tooManyParts = () =>
  fail('formula/too-large', {
    reason: `The formulas of this query have more than ${maxParts.toLocaleString('en')} parts together.`,
  })

/** Calculated columns may reference one another. */
const scopeWith = (fields: readonly Field[], calculations: Calculations): Scope => ({
  ...scopeOf(fields),
  columns: calculations,
})

/** Compiles the calculated columns of a Query, or returns the first problem. */
export function checkCalculations(calculations: Calculations, fields: readonly Field[]): Result<CheckedCalculation[]> {
  const scope = scopeWith(fields, calculations)
  const checked: CheckedCalculation[] = []
  let parts = 0
  for (const { name, formula } of calculations) {
    const known = [...fields, ...checked].some((one) => one.name === name)
    if (known) return fail('query/same-name', { name })
    const result = checkAs('column', formula, scope, name)
    if (!result.ok) return result
    parts += countParts(result.value.expression)
    if (parts > maxParts) return tooManyParts()
    checked.push({ name, expression: result.value.expression, type: result.value.type })
  }
  return ok(checked)
}

/** The problem of the first formula measure that does not compile for these columns. */
export function problemOfFormulas({ measures, top, calculations }: Query, fields: readonly Field[]): Problem {
  const scope = scopeWith(fields, calculations)
  let parts = 0
  return first([...measures, ...top.map(({ by }) => by)], ({ aggregate, formula }: Measure) => {
    if (aggregate !== 'formula') return null
    if (formula === undefined) return fail('query/invalid', { reason: 'A measure by formula needs its formula.' })
    const result = checkAs('measure', formula, scope)
    if (!result.ok) return result
    parts += countParts(result.value.expression)
    return parts > maxParts ? tooManyParts() : null
  })
}

/** The result type of a formula over columns of known types. */
export function typeOfFormula(formula: string, typeOf: (column: string) => ColumnType): ColumnType {
  const fields = namesOfFormula(formula).map((name) => ({ name, type: typeOf(name) }))
  const result = checkAs('measure', formula, scopeOf(fields))
  return result.ok ? result.value.type : 'decimal'
}
