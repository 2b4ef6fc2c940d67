/** How many values, and the sums of the second, third and fourth powers of their distances from the mean. */
export type CentralSums = {
  readonly count: number
  readonly squares: number
  readonly cubes: number
  readonly fourths: number
}

const none: CentralSums = { count: 0, squares: 0, cubes: 0, fourths: 0 }

/** In three passes: a mean, its correction by the mean of what is left, the sums. */
export function centralSums(values: Float64Array): CentralSums {
  if (values.length === 0) return none
  const rough = mean(values)
  const centre = rough + mean(values.map((value) => value - rough))
  let [squares, cubes, fourths] = [0, 0, 0]
  for (const value of values) {
    const distance = value - centre
    const square = distance * distance
    squares += square
    cubes += square * distance
    fourths += square * square
  }
  return { count: values.length, squares, cubes, fourths }
}

export function mean(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

/** G1: the sample's skewness, adjusted for its size; null for fewer than three values or no spread. */
export function skewnessOf({ count: n, squares, cubes }: CentralSums): number | null {
  if (n < 3 || !(squares > 0)) return null
  const g1 = cubes / n / (squares / n) ** 1.5
  return Number.isFinite(g1) ? (g1 * Math.sqrt(n * (n - 1))) / (n - 2) : null
}

/** G2: the sample's excess kurtosis, adjusted for its size; null for fewer than four values or no spread. */
export function kurtosisOf({ count: n, squares, fourths }: CentralSums): number | null {
  if (n < 4 || !(squares > 0)) return null
  const g2 = (n * fourths) / (squares * squares) - 3
  return Number.isFinite(g2) ? ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6) : null
}
