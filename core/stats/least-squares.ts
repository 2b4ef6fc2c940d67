/** A straight line through points, and the share of the variance of y that it explains. */
export type FittedLine = { readonly slope: number; readonly intercept: number; readonly r2: number }

/** Ordinary least squares; points with an unknown are left out. Null where x does not vary. */
export function leastSquares(xs: ArrayLike<number>, ys: ArrayLike<number>): FittedLine | null {
  let [count, meanX, meanY, xx, xy, yy] = [0, 0, 0, 0, 0, 0]
  for (let at = 0; at < ys.length; at += 1) {
    const [x, y] = [xs[at] ?? Number.NaN, ys[at] ?? Number.NaN]
    if (!Number.isFinite(x + y)) continue
    count += 1
    const [dx, dy] = [x - meanX, y - meanY]
    meanX += dx / count
    meanY += dy / count
    xx += dx * (x - meanX)
    xy += dx * (y - meanY)
    yy += dy * (y - meanY)
  }
  if (count < 2 || !(xx > 0)) return null
  const slope = xy / xx
  return { slope, intercept: meanY - slope * meanX, r2: yy > 0 ? Math.min(1, (xy * xy) / (xx * yy)) : 1 }
}
