/**
 * How unlike anything else each stretch of a series is: for each start, the Euclidean distance of `width` values to the
 * nearest other stretch that does not overlap (matrix profile of Yeh and others, 2016, without normalisation, so that
 * level counts as well as shape; its highest places are the discords of Keogh, Lin and Fu, 2005). Takes time in the
 * square of the length.
 */
export function nearestDistances(values: Float64Array, width: number): Float64Array {
  const starts = Math.max(0, values.length - width + 1)
  const nearest = new Float64Array(starts).fill(Infinity)
  for (let lag = width; lag < starts; lag++) {
    let squares = 0
    for (let end = 0; end + lag < values.length; end++) {
      squares += ((values[end] ?? 0) - (values[end + lag] ?? 0)) ** 2
      if (end < width - 1) continue
      const start = end - width + 1
      if (squares < (nearest[start] ?? 0)) nearest[start] = squares
      if (squares < (nearest[start + lag] ?? 0)) nearest[start + lag] = squares
      squares -= ((values[start] ?? 0) - (values[start + lag] ?? 0)) ** 2
    }
  }
  // Differences that are added and taken away again leave a rest below zero.
  return nearest.map((squares) => Math.sqrt(Math.max(0, squares)))
}
