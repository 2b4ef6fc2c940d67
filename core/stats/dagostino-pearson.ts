import { type CentralSums, centralSums } from './central-sums.ts'
import { ofOne, type Statistic } from './statistic.ts'

/** Minimum count; below it the kurtosis approximation is poor. */
const fewest = 20

/** D'Agostino's transformation of skewness to a standard normal score. */
function skewnessScore({ count: n, squares, cubes }: CentralSums): number {
  const skew = cubes / n / (squares / n) ** 1.5
  const y = skew * Math.sqrt(((n + 1) * (n + 3)) / (6 * (n - 2)))
  const beta = (3 * (n * n + 27 * n - 70) * (n + 1) * (n + 3)) / ((n - 2) * (n + 5) * (n + 7) * (n + 9))
  const w = Math.sqrt(2 * (beta - 1)) - 1
  return Math.asinh(y / Math.sqrt(2 / (w - 1))) / Math.sqrt(Math.log(w) / 2)
}

/** Anscombe and Glynn's transformation of kurtosis to a standard normal score. */
function kurtosisScore({ count: n, squares, fourths }: CentralSums): number {
  const expected = (3 * (n - 1)) / (n + 1)
  const variance = (24 * n * (n - 2) * (n - 3)) / ((n + 1) ** 2 * (n + 3) * (n + 5))
  const x = ((n * fourths) / (squares * squares) - expected) / Math.sqrt(variance)
  const skew =
    ((6 * (n * n - 5 * n + 2)) / ((n + 7) * (n + 9))) * Math.sqrt((6 * (n + 3) * (n + 5)) / (n * (n - 2) * (n - 3)))
  const a = 6 + (8 / skew) * (2 / skew + Math.sqrt(1 + 4 / (skew * skew)))
  const under = 1 + x * Math.sqrt(2 / (a - 4))
  return (1 - 2 / (9 * a) - Math.sign(under) * Math.cbrt((1 - 2 / a) / Math.abs(under))) / Math.sqrt(2 / (9 * a))
}

/** K² and its p-value, from sums accumulated over any number of values. */
export function normalityOfSums(sums: CentralSums): { readonly statistic: number; readonly pValue: number } | null {
  if (sums.count < fewest || !(sums.squares > 0)) return null
  const statistic = skewnessScore(sums) ** 2 + kurtosisScore(sums) ** 2
  return Number.isFinite(statistic) ? { statistic, pValue: Math.exp(-statistic / 2) } : null
}

export const dagostinoPearson: Statistic = {
  title: 'D’Agostino–Pearson test of normality',
  reference: 'K² of D’Agostino and Pearson (1973), as D’Agostino, Belanger and D’Agostino (1990)',
  takes: ['values'],
  compute: ofOne((values) => normalityOfSums(centralSums(values))),
}
