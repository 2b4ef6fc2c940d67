import type { XyScene } from '../scenes.ts'
import type { Box, Point, Shape } from './drawing.ts'
import { px } from './texts.ts'

/** How a plot places what is drawn over its marks, in pixels. */
export type Placing = {
  readonly area: Box
  /** Where a value stands along the axis of values. */
  readonly along: (value: number) => number
  /** Values run from left to right. */
  readonly horizontal: boolean
  /** Where a point stands; missing where categories have no positions. */
  readonly place?: (point: Point) => Point
  /** What stands at a place: the inverse of `place`. */
  readonly valueAt?: (place: Point) => Point
}

const dash = [5, 4] as const
/** Dashes and dots, so that two reference lines are told apart. */
const dashes = [dash, [1.5, 3]] as const
export const dashOf = (line: number): readonly number[] => dashes[line % dashes.length] ?? dash

/** Reference lines across the plot, and trends through its points. */
export function linesOver({ lines = [], trends = [] }: XyScene, placing: Placing): readonly Shape[] {
  const { area, along, horizontal, place } = placing
  const [right, bottom] = [area.left + area.width, area.top + area.height]
  const inside = (at: number): boolean =>
    horizontal ? at >= area.left - 1 && at <= right + 1 : at >= area.top - 1 && at <= bottom + 1
  const across = lines.flatMap(({ value }, line): Shape[] => {
    const at = px(along(value))
    if (!inside(at)) return []
    const d = horizontal ? `M${at} ${px(area.top)}V${px(bottom)}` : `M${px(area.left)} ${at}H${px(right)}`
    return [{ shape: 'path', d, stroke: 'ink', line: 1.25, dash: dashOf(line) }]
  })
  const through = trends.flatMap(({ series, from, to }): Shape[] => {
    if (place === undefined) return []
    const [a, b] = [place(from), place(to)]
    return [{ shape: 'path', d: `M${px(a.x)} ${px(a.y)}L${px(b.x)} ${px(b.y)}`, stroke: { series }, line: 1.75, dash }]
  })
  return [...across, ...through]
}
