type Point = readonly [x: number, y: number]

/**
 * The points that can be told apart at one pixel: of each column of pixels the first, the lowest, the highest and the
 * last. The picture is the same, whatever the number of points (M4, Jugel and others, 2014).
 */
export function thinned(points: readonly Point[], width: number): readonly Point[] {
  if (points.length <= width * 4) return points
  const kept: Point[] = []
  let column: Point[] = []
  const close = (): void => {
    const [first] = column
    const last = column.at(-1)
    if (first === undefined || last === undefined) return
    const least = column.reduce((a, b) => (b[1] < a[1] ? b : a))
    const most = column.reduce((a, b) => (b[1] > a[1] ? b : a))
    const inner = column.indexOf(least) <= column.indexOf(most) ? [least, most] : [most, least]
    kept.push(...new Set([first, ...inner, last]))
  }
  for (const point of points) {
    const [start] = column
    if (start !== undefined && Math.floor(point[0]) !== Math.floor(start[0])) {
      close()
      column = []
    }
    column.push(point)
  }
  close()
  return kept
}
