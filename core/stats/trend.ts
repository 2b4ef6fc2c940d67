import { autocorrelations } from './forecast/autocorrelations.ts'
import { normalAbove } from './normal-distribution.ts'
import { studentBeyond } from './student-distribution.ts'

/** The mean of a period, the number of values behind it, and the variance of such a mean by chance. */
export type PeriodMean = { readonly value: number; readonly count: number; readonly variance: number }

/** A steady rise or fall of period means. */
export type Trend = {
  /** Correlation with time, -1 to 1, each period weighted by its count. */
  readonly correlation: number
  /** Change by period. */
  readonly slope: number
  readonly pValue: number
}

/** Standard errors beyond which an autocorrelation counts. */
const significant = 1.645

type Line = {
  readonly slope: number
  readonly correlation: number
  readonly rests: Float64Array
  readonly spread: number
}

/** Weighted least squares on the number of the period; `spread` is the weighted sum of squares of these numbers. */
function lineThrough(means: readonly PeriodMean[], weights: readonly number[]): Line {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const centre = (valueAt: (at: number) => number): number =>
    weights.reduce((sum, weight, at) => sum + weight * valueAt(at), 0) / whole
  const valueAt = (at: number): number => means[at]?.value ?? 0
  const [meanX, meanY] = [centre((at) => at), centre(valueAt)]
  let [xx, xy, yy] = [0, 0, 0]
  for (const [at, weight] of weights.entries()) {
    const [x, y] = [at - meanX, valueAt(at) - meanY]
    xx += weight * x * x
    xy += weight * x * y
    yy += weight * y * y
  }
  const slope = xy / xx
  const rests = Float64Array.from(means, ({ value }, at) => value - meanY - slope * (at - meanX))
  return { slope, correlation: yy > 0 ? xy / Math.sqrt(xx * yy) : 0, rests, spread: xx }
}

/**
 * How many of the periods' rests stand for one that is independent, at least 1: (1 + r) / (1 - r) of a process that
 * remembers its last value, with r corrected for its bias in short series (Bayley and Hammersley, 1946; Kendall, 1954).
 */
function dependence(rests: Float64Array): number {
  const n = rests.length
  const [, r = 0] = autocorrelations(rests, 1)
  if (!(r > significant / Math.sqrt(n))) return 1
  const corrected = Math.min(0.95, r + (1 + 4 * r) / n)
  return (1 + corrected) / (1 - corrected)
}

/**
 * The trend of period means by weighted least squares. Its error is what the values within periods explain, or what the
 * periods themselves scatter around the line, widened where neighbours resemble one another, whichever is larger. Null
 * for fewer than four periods, or without any variance.
 */
export function trendOf(means: readonly PeriodMean[]): Trend | null {
  if (means.length < 4 || !means.some(({ value }) => value !== means[0]?.value)) return null
  const weights = means.map(({ variance, count }) => (variance > 0 ? 1 / variance : count))
  const { slope, correlation, rests, spread } = lineThrough(means, weights)
  const squares = rests.reduce((sum, rest, at) => sum + (weights[at] ?? 0) * rest * rest, 0)
  const freedom = means.length - 2
  const perPeriod = dependence(rests)
  const scatter = squares / freedom
  const isWithinEnough = scatter <= 1 && means.every(({ variance }) => variance > 0)
  const statistic = Math.abs(slope) * Math.sqrt(spread / (isWithinEnough ? 1 : scatter * perPeriod))
  if (Number.isNaN(statistic)) return null
  // Values within periods are many; periods are few.
  const pValue = isWithinEnough
    ? 2 * normalAbove(statistic)
    : studentBeyond(statistic, Math.max(1, means.length / perPeriod - 2))
  return { correlation, slope, pValue: Math.min(1, pValue) }
}
