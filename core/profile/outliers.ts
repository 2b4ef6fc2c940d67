import { type Distribution, medianDeviation } from './distribution.ts'
import type { Extremes } from './extremes.ts'
import type { Moments } from './moments.ts'
import type { Fences, Outliers, RowValue } from './profile.ts'

const fenceSpread = 1.5
const zLimit = 3
/** 3.5 modified z-scores; 0.6745 is the median absolute deviation of a standard normal. */
const [robustLimit, normalShare] = [3.5, 0.6745]

function fences(low: number, high: number, distribution: Distribution): Fences {
  return { low, high, count: Math.round(distribution.below(low) + distribution.above(high)) }
}

/** Outliers by three rules. */
export function outliersOf(moments: Moments, distribution: Distribution, extremes: Extremes): Outliers {
  const [first, median, third] = [0.25, 0.5, 0.75].map(distribution.quantile) as [number, number, number]
  const reach = fenceSpread * (third - first)
  const quartiles = reach > 0 ? fences(first - reach, third + reach, distribution) : null
  const deviation = moments.standardDeviation ?? 0
  const { mean } = moments
  const zScore = deviation > 0 ? fences(mean - zLimit * deviation, mean + zLimit * deviation, distribution) : null
  const scale = medianDeviation(distribution, moments) / normalShare
  const robust =
    scale > 1e-12 * Math.max(Math.abs(moments.max), Math.abs(moments.min))
      ? fences(median - robustLimit * scale, median + robustLimit * scale, distribution)
      : null
  const rules = [quartiles, zScore, robust].filter((one) => one !== null)
  const isOutside = ({ value }: RowValue): boolean => rules.some(({ low, high }) => value < low || value > high)
  return {
    quartiles,
    zScore,
    robust,
    exact: distribution.exact,
    lowest: extremes.lowest.filter((one) => one.value < median && isOutside(one)),
    highest: extremes.highest.filter((one) => one.value > median && isOutside(one)),
  }
}
