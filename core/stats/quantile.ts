import { selectSmallest } from './select-smallest.ts'

/**
 * The value below which a part of the values lies, 0 the lowest and 1 the highest: between two neighbours in a straight
 * line (Hyndman and Fan's type 7, as in R, NumPy and Excel). NaN for none. Takes time that grows only with the number of
 * values, which it moves about.
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
