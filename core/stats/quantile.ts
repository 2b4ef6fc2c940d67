import { selectSmallest } from './select-smallest.ts'

/**
 * The quantile `part` (0 to 1) by linear interpolation (Hyndman and Fan type 7, as in R, NumPy and Excel). NaN for no
 * values. Linear time; reorders `values`.
 */
export function quantileOf(values: Float64Array, part: number): number {
  const { length } = values
  if (length === 0) return Number.NaN
  const place = part * (length - 1)
  const rank = Math.floor(place)
  const low = selectSmallest(values, rank)
  if (rank === place) return low
  let high = values[rank + 1] as number
  for (let index = rank + 2; index < length; index++) high = Math.min(high, values[index] as number)
  return low === high ? low : low + (high - low) * (place - rank)
}
