import type { XyScene } from '#core/charts/scenes.ts'
import type { Mark, MarkIndex } from './plot.ts'

/** A pointer this near to a dot means it, in pixels. */
const reach = 36

/** The position nearest to a value, or the bin that holds it; null outside of all bins. Positions ascend. */
export function nearestPosition(positions: ArrayLike<number>, value: number, binWidth: number | null): number | null {
  if (positions.length === 0) return null
  let low = 0
  let high = positions.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((positions[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  const start = positions[low] ?? 0
  if (binWidth !== null) return value >= start && value < start + binWidth ? low : null
  const next = positions[low + 1]
  return next !== undefined && next - value < value - start ? low + 1 : low
}

/** The series whose mark is nearest to a height. */
export function nearestSeries(marks: readonly Mark[], y: number): number {
  const near = marks.reduce<Mark | null>(
    (best, mark) => (best === null || Math.abs(mark.y - y) < Math.abs(best.y - y) ? mark : best),
    null,
  )
  return near?.series ?? 0
}

type Point = { readonly x: number; readonly y: number }

/** The dot nearest to a point, within reach. */
export function nearestDot(
  scene: XyScene,
  point: Point,
  toPixels: (value: number, scale: 'x' | 'y') => number,
): MarkIndex | null {
  let best: MarkIndex | null = null
  let least = reach ** 2
  const { series } = scene
  const positions = scene.positions ?? []
  for (let at = 0; at < positions.length; at += 1) {
    const across = toPixels(positions[at] ?? 0, 'x') - point.x
    if (across ** 2 >= least) continue
    for (const [index, { y }] of series.entries()) {
      const distance = across ** 2 + (toPixels(y[at] ?? Number.NaN, 'y') - point.y) ** 2
      if (distance < least) {
        least = distance
        best = { at, series: index }
      }
    }
  }
  return best
}
