/** The value that would stand at a place if values were ascending; moves them about (Hoare's selection). */
function select(values: Float64Array, place: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number
    let [left, right] = [low, high]
    while (left <= right) {
      while ((values[left] as number) < pivot) left++
      while ((values[right] as number) > pivot) right--
      if (left > right) break
      const kept = values[left] as number
      values[left++] = values[right] as number
      values[right--] = kept
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else break
  }
  return values[place] ?? Number.NaN
}

/** The median, in time that grows only with the number of values, which it moves about; NaN for none. */
export function medianOf(values: Float64Array): number {
  const half = values.length >> 1
  const upper = select(values, half)
  if (values.length % 2 === 1 || values.length === 0) return upper
  // After the selection all that stand before the place are no larger.
  return (values.subarray(0, half).reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) + upper) / 2
}
