import { selectSmallest } from './select-smallest.ts'

/** The median; the mean of the two middle values for an even count; NaN for none. Linear time; reorders `values`. */
export function medianOf(values: Float64Array): number {
  const { length } = values
  if (length === 0) return Number.NaN
  const upper = length >> 1
  const high = selectSmallest(values, upper)
  if (length % 2 === 1) return high
  let low = values[0] as number
  for (let index = 1; index < upper; index++) low = Math.max(low, values[index] as number)
  return low === high ? high : low + (high - low) / 2
}
