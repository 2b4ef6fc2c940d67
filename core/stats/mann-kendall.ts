import { medianOf } from './median.ts'
import { normalAbove } from './normal-distribution.ts'
import { ofOne, type Statistic } from './statistic.ts'

/** Bounds on the number of values; the test compares every pair, so time grows with the square. */
const [fewest, most] = [4, 2000]

/** Σ t(t−1)(2t+5) over groups of ties. */
function tieTerm(sorted: Float64Array): number {
  let [term, run] = [0, 1]
  for (let row = 1; row <= sorted.length; row++) {
    if (row < sorted.length && sorted[row] === sorted[row - 1]) {
      run++
      continue
    }
    term += run * (run - 1) * (2 * run + 5)
    run = 1
  }
  return term
}

export const mannKendall: Statistic = {
  title: 'Mann–Kendall test of a trend, with Sen’s slope',
  reference:
    'Mann (1945) and Kendall (1975) with ties and continuity correction; slope of Sen (1968); 4 to 2000 values',
  takes: ['series'],
  compute: ofOne((series) => {
    const n = series.length
    if (n < fewest || n > most) return null
    const slopes = new Float64Array((n * (n - 1)) / 2)
    let [score, at] = [0, 0]
    for (let early = 0; early < n; early++)
      for (let late = early + 1; late < n; late++) {
        const change = (series[late] ?? 0) - (series[early] ?? 0)
        score += Math.sign(change)
        slopes[at++] = change / (late - early)
      }
    const variance = (n * (n - 1) * (2 * n + 5) - tieTerm(series.toSorted())) / 18
    if (!(variance > 0)) return null
    const z = (score - Math.sign(score)) / Math.sqrt(variance)
    return { statistic: z, pValue: Math.min(1, 2 * normalAbove(Math.abs(z))), score, slope: medianOf(slopes) }
  }),
}
