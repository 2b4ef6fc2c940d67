import { centredAverage, seasonalEffects } from './classical-decomposition.ts'
import type { Series } from './series.ts'

function variance(values: Float64Array): number {
  let [count, mean, squares] = [0, 0, 0]
  for (const value of values) {
    count += 1
    const distance = value - mean
    mean += distance / count
    squares += distance * (value - mean)
  }
  return count > 0 ? squares / count : 0
}

/**
 * How much of what varies around the trend is the season, 0 to 1 (Wang, Smith and Hyndman, 2006), by classical
 * decomposition; 0 for fewer than two seasons.
 */
export function seasonalStrength(series: Series): number {
  const { values, season } = series
  if (values.length < 2 * season + 1) return 0
  const trend = centredAverage(values, season)
  const effects = seasonalEffects(series, false)
  const places = [...trend.keys()].filter((at) => !Number.isNaN(trend[at] ?? Number.NaN))
  const detrended = Float64Array.from(places, (at) => (values[at] ?? 0) - (trend[at] ?? 0))
  const rests = Float64Array.from(places, (at, index) => (detrended[index] ?? 0) - (effects[at % season] ?? 0))
  const whole = variance(detrended)
  return whole > 0 ? Math.max(0, 1 - variance(rests) / whole) : 0
}
