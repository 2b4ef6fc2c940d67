/** Count, and sums of squared, cubed and fourth-power deviations from the mean. */
export type CentralSums = {
  readonly count: number
  readonly squares: number
  readonly cubes: number
  readonly fourths: number
}

const none: CentralSums = { count: 0, squares: 0, cubes: 0, fourths: 0 }

/** Three passes: the mean, its correction by the mean residual, the sums. */
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

/** G1: sample skewness with bias correction; null below three values or without spread. */
export function skewnessOf({ count: n, squares, cubes }: CentralSums): number | null {
  if (n < 3 || !(squares > 0)) return null
  const g1 = cubes / n / (squares / n) ** 1.5
  return Number.isFinite(g1) ? (g1 * Math.sqrt(n * (n - 1))) / (n - 2) : null
}

/** G2: sample excess kurtosis with bias correction; null below four values or without spread. */
export function kurtosisOf({ count: n, squares, fourths }: CentralSums): number | null {
  if (n < 4 || !(squares > 0)) return null
  const g2 = (n * fourths) / (squares * squares) - 3
  return Number.isFinite(g2) ? ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6) : null
}
