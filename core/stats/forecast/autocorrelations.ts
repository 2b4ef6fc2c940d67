import { mean } from '../central-sums.ts'

/** Autocorrelations at the lags 0 to `most`; NaN where the series does not vary. */
export function autocorrelations(values: Float64Array, most: number): Float64Array {
  const centre = mean(values)
  const rests = values.map((value) => value - centre)
  const sums = new Float64Array(most + 1)
  for (let lag = 0; lag <= most; lag++) {
    let sum = 0
    for (let at = lag; at < rests.length; at++) sum += (rests[at] ?? 0) * (rests[at - lag] ?? 0)
    sums[lag] = sum
  }
  const [variance = 0] = sums
  return sums.map((sum) => sum / variance)
}
