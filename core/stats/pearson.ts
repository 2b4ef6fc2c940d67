import { mean } from './central-sums.ts'
import { ofTwo, type Statistic } from './statistic.ts'

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

export const pearson: Statistic = {
  title: 'Pearson correlation',
  reference: 'Pearson (1895)',
  takes: ['values', 'values'],
  compute: ofTwo((a, b) => {
    const statistic = pearsonOf(a, b)
    return statistic === null ? null : { statistic }
  }),
}
