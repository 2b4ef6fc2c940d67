import { mean } from './central-sums.ts'
import { fisherAbove } from './f-distribution.ts'
import type { Figures, Statistic } from './statistic.ts'
import { studentBeyond, studentCritical } from './student-distribution.ts'

/** What one column adds to a prediction. */
type Term = {
  readonly coefficient: number
  readonly error: number
  readonly statistic: number
  readonly pValue: number
  readonly low: number
  readonly high: number
}

/** A fitted linear model; the first term is the intercept. */
export type Regression = {
  readonly terms: readonly Term[]
  readonly freedom: number
  readonly r2: number
  readonly deviation: number
  readonly statistic: number
  readonly pValue: number
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let row = 0; row < a.length; row++) sum += (a[row] ?? 0) * (b[row] ?? 0)
  return sum
}

function subtract(from: Float64Array, direction: Float64Array, times: number): void {
  for (let row = 0; row < from.length; row++) from[row] = (from[row] ?? 0) - times * (direction[row] ?? 0)
}

type Factors = { readonly directions: readonly Float64Array[]; readonly triangle: readonly (readonly number[])[] }

/** Columns as orthonormal directions and an upper triangle (modified Gram–Schmidt, twice); null where one depends on others. */
function factorsOf(columns: readonly Float64Array[]): Factors | null {
  const directions: Float64Array[] = []
  const triangle: number[][] = []
  for (const column of columns) {
    const rest = column.slice()
    const shares = directions.map(() => 0)
    for (let pass = 0; pass < 2; pass++)
      for (const [at, direction] of directions.entries()) {
        const share = dot(rest, direction)
        subtract(rest, direction, share)
        shares[at] = (shares[at] ?? 0) + share
      }
    const length = Math.sqrt(dot(rest, rest))
    if (!(length > 1e-10 * Math.sqrt(dot(column, column)))) return null
    directions.push(rest.map((value) => value / length))
    triangle.push([...shares, length])
  }
  return { directions, triangle }
}

/** Solves an upper triangle, whose columns are given, for a right side. */
function solved(triangle: Factors['triangle'], right: readonly number[]): number[] {
  const found = [...right]
  for (let at = triangle.length - 1; at >= 0; at--) {
    const value = (found[at] ?? 0) / (triangle[at]?.[at] ?? 1)
    found[at] = value
    for (let row = 0; row < at; row++) found[row] = (found[row] ?? 0) - value * (triangle[at]?.[row] ?? 0)
  }
  return found
}

/** The diagonal of the inverse of the squared triangle: what the residual variance is multiplied by for each term. */
function spreadsOf(triangle: Factors['triangle']): readonly number[] {
  const sums = triangle.map(() => 0)
  for (const at of triangle.keys()) {
    const unit = triangle.map((_, row) => (row === at ? 1 : 0))
    for (const [row, value] of solved(triangle, unit).entries()) sums[row] = (sums[row] ?? 0) + value * value
  }
  return sums
}

function termOf(coefficient: number, error: number, freedom: number): Term {
  const reach = studentCritical(0.05, freedom) * error
  const statistic = coefficient / error
  const [low, high] = [coefficient - reach, coefficient + reach]
  return { coefficient, error, statistic, pValue: studentBeyond(statistic, freedom), low, high }
}

/**
 * Least squares of a target on columns and an intercept. Null where the columns depend on one another, or where too few
 * rows or no spread leave nothing to explain.
 */
export function regressionOf(target: Float64Array, columns: readonly Float64Array[]): Regression | null {
  const freedom = target.length - columns.length - 1
  if (freedom < 1 || columns.length === 0) return null
  const factors = factorsOf([new Float64Array(target.length).fill(1), ...columns])
  if (factors === null) return null
  const { directions, triangle } = factors
  const rest = target.slice()
  const shares = directions.map((direction) => {
    const share = dot(rest, direction)
    subtract(rest, direction, share)
    return share
  })
  const left = dot(rest, rest)
  const centre = mean(target)
  const whole = target.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  if (!(left > 0) || !(whole > 0)) return null
  const variance = left / freedom
  const spreads = spreadsOf(triangle)
  const statistic = (whole - left) / columns.length / variance
  return {
    terms: solved(triangle, shares).map((value, at) =>
      termOf(value, Math.sqrt(variance * (spreads[at] ?? 0)), freedom),
    ),
    freedom,
    r2: 1 - left / whole,
    deviation: Math.sqrt(variance),
    statistic,
    pValue: fisherAbove(statistic, columns.length, freedom),
  }
}

/** A regression as figures: those of term `n` end with its number, 0 being the intercept. */
const figuresOf = ({ terms, ...whole }: Regression): Figures => ({
  ...whole,
  ...Object.fromEntries(
    terms.flatMap(({ coefficient, error }, at) => [
      [`coefficient${at}`, coefficient],
      [`error${at}`, error],
    ]),
  ),
})

export const linearRegression: Statistic = {
  title: 'Linear regression',
  reference:
    'Ordinary least squares with an intercept, by orthogonal factors; the first column is explained by the others',
  takes: ['values', 'values'],
  compute: (target = new Float64Array(0), ...columns) => {
    const found = regressionOf(target, columns)
    return found && figuresOf(found)
  },
}
