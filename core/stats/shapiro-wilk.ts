import { mean } from './central-sums.ts'
import { normalAbove, normalQuantile, polynomial } from './normal-distribution.ts'
import { ofOne, type Statistic } from './statistic.ts'

const [fewest, most] = [3, 5000]

/** Weights of the upper half of the order statistics, largest first. */
function weightsOf(n: number): Float64Array {
  const half = Math.floor(n / 2)
  if (n === 3) return Float64Array.of(Math.SQRT1_2)
  const scores = Float64Array.from({ length: half }, (_, index) => -normalQuantile((index + 0.625) / (n + 0.25)))
  const [first = 0, second = 0] = scores
  const squares = 2 * scores.reduce((sum, score) => sum + score * score, 0)
  const root = 1 / Math.sqrt(n)
  const one = polynomial([0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], root) + first / Math.sqrt(squares)
  const two = polynomial([0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], root) + second / Math.sqrt(squares)
  const isLong = n > 5
  const left = squares - 2 * first * first - (isLong ? 2 * second * second : 0)
  const scale = Math.sqrt(left / (1 - 2 * one * one - (isLong ? 2 * two * two : 0)))
  const weights = scores.map((score) => score / scale)
  weights[0] = one
  if (isLong) weights[1] = two
  return weights
}

function chanceOf(w: number, n: number): number {
  if (n === 3) return Math.max(0, (6 / Math.PI) * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75))))
  const y = Math.log(1 - w)
  if (n > 11) {
    const size = Math.log(n)
    const centre = polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], size)
    return normalAbove((y - centre) / Math.exp(polynomial([-0.4803, -0.082676, 0.0030302], size)))
  }
  const limit = polynomial([-2.273, 0.459], n)
  if (y >= limit) return 1e-99
  const centre = polynomial([0.544, -0.39978, 0.025054, -6.714e-4], n)
  const spread = Math.exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n))
  return normalAbove((-Math.log(limit - y) - centre) / spread)
}

export const shapiroWilk: Statistic = {
  title: 'Shapiro–Wilk test of normality',
  reference: 'Shapiro and Wilk (1965) by Royston (1995), algorithm AS R94; 3 to 5000 values',
  takes: ['values'],
  compute: ofOne((values) => {
    const n = values.length
    if (n < fewest || n > most) return null
    const sorted = values.toSorted()
    const centre = mean(sorted)
    const squares = sorted.reduce((sum, value) => sum + (value - centre) ** 2, 0)
    if (!(squares > 0) || !Number.isFinite(squares)) return null
    const spread = weightsOf(n).reduce(
      (sum, weight, index) => sum + weight * ((sorted[n - 1 - index] ?? 0) - (sorted[index] ?? 0)),
      0,
    )
    const statistic = Math.min(1, (spread * spread) / squares)
    return { statistic, pValue: statistic === 1 ? 1 : Math.min(1, chanceOf(statistic, n)) }
  }),
}
