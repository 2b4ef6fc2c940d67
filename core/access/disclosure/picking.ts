import { type Expression, partsOf } from '../../semantic/formula/expression.ts'

/** Operations that make a sum tell of the rows at an end, or beyond a limit, without any condition. */
const picking: ReadonlySet<string> = new Set(
  'least greatest nullif sign abs round floor ceil trunc mod power exp sqrt ln log10'.split(' '),
)

/** How often columns are multiplied with one another: a high power of a value hides all smaller ones. */
function degreeOf(expression: Expression): number {
  if (expression.kind === 'column') return 1
  const degrees = partsOf(expression).map(degreeOf)
  const isProduct = expression.kind === 'operation' && expression.operation === 'multiply'
  return isProduct ? degrees.reduce((sum, degree) => sum + degree, 0) : Math.max(0, ...degrees)
}

const maxDegree = 2

/** Is something divided by a difference, which is next to nothing for the rows that are meant? */
const dividesByDifference = (expression: Expression): boolean =>
  expression.kind === 'operation' &&
  expression.operation === 'divide' &&
  expression.arguments[1]?.kind === 'operation' &&
  expression.type !== 'boolean'

/**
 * An operation by which a measure of this expression could pick out single rows; null where there is none. Conditions are
 * left out: they sort rows into cells, whose sizes are counted.
 */
export function pickingOperation(expression: Expression): string | null {
  if (expression.type === 'boolean' || expression.type === 'text') return null
  if (expression.kind === 'operation' && picking.has(expression.operation)) return expression.operation
  if (dividesByDifference(expression)) return 'divide'
  if (degreeOf(expression) > maxDegree) return 'multiply'
  return (
    partsOf(expression)
      .map(pickingOperation)
      .find((found) => found !== null) ?? null
  )
}
