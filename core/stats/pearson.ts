import { mean } from './central-sums.ts'
import { normalQuantile } from './normal-distribution.ts'
import { ofTwo, type Statistic } from './statistic.ts'
import { studentBeyond } from './student-distribution.ts'

/** Pearson's r; null below three pairs or if a column has no variance. */
export function pearsonOf(a: Float64Array, b: Float64Array): number | null {
  if (a.length < 3) return null
  const [centreA, centreB] = [mean(a), mean(b)]
  let [squaresA, squaresB, products] = [0, 0, 0]
  for (let row = 0; row < a.length; row++) {
    const [x, y] = [(a[row] ?? 0) - centreA, (b[row] ?? 0) - centreB]
    squaresA += x * x
    squaresB += y * y
    products += x * y
  }
  const r = products / (Math.sqrt(squaresA) * Math.sqrt(squaresB))
  return Number.isFinite(r) ? Math.max(-1, Math.min(1, r)) : null
}

/** Probability of a correlation at least this strong among so many pairs that have none. */
export function chanceOfCorrelation(r: number, pairs: number): number {
  const freedom = pairs - 2
  return studentBeyond(r * Math.sqrt(freedom / ((1 - r) * (1 + r))), freedom)
}

/** The bounds between which the correlation lies with 95 % confidence (Fisher's z); r itself below four pairs. */
export function boundsOfCorrelation(r: number, pairs: number): { readonly low: number; readonly high: number } {
  if (pairs < 4 || Math.abs(r) === 1) return { low: r, high: r }
  const reach = normalQuantile(0.975) / Math.sqrt(pairs - 3)
  return { low: Math.tanh(Math.atanh(r) - reach), high: Math.tanh(Math.atanh(r) + reach) }
}

export const pearson: Statistic = {
  title: 'Pearson correlation',
  reference: 'Pearson (1895); p by Student’s t, interval by Fisher’s z (1921)',
  takes: ['values', 'values'],
  compute: ofTwo((a, b) => {
    const statistic = pearsonOf(a, b)
    if (statistic === null) return null
    return {
      statistic,
      pValue: chanceOfCorrelation(statistic, a.length),
      ...boundsOfCorrelation(statistic, a.length),
    }
  }),
}
