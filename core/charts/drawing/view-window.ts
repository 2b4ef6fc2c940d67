import type { Cell } from '../../table/table.ts'
import type { SceneTrend, XyScene } from '../scenes.ts'
import { reachOf } from './stacked.ts'

export type Span = { readonly min: number; readonly max: number }

/** The part of a scene that is looked at; without `y`, the axis of values stays as it is of the whole. */
export type ViewWindow = { readonly x: Span; readonly y: Span | null }

/** Marks that were selected by a rectangle or a range: the values behind them, and between which values they stand. */
export type Selected = ViewWindow & { readonly keys: readonly Cell[] }

/** A window shows at least this part of the whole. */
const leastPart = 1e-6

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))
const lengthOf = ({ min, max }: Span): number => max - min

function within({ min, max }: Span, whole: Span): Span {
  const length = Math.min(max - min, lengthOf(whole))
  const start = clamp(min, whole.min, whole.max - length)
  return { min: start, max: start + length }
}

function zoomedSpan(span: Span, whole: Span, { factor, at }: { readonly factor: number; readonly at: number }): Span {
  const length = clamp(lengthOf(span) * factor, lengthOf(whole) * leastPart, lengthOf(whole))
  const part = (at - span.min) / (lengthOf(span) || 1)
  const min = at - part * length
  return within({ min, max: min + length }, whole)
}

const both = (
  window: ViewWindow,
  whole: ViewWindow,
  change: (span: Span, whole: Span, of: 'x' | 'y') => Span,
): ViewWindow => ({
  x: change(window.x, whole.x, 'x'),
  y: window.y && whole.y ? change(window.y, whole.y, 'y') : null,
})

type Point = { readonly x: number; readonly y: number }

/** A window whose length is multiplied by a factor; what stands at the point stays in its place. */
export const zoomed = (
  window: ViewWindow,
  whole: ViewWindow,
  { factor, at }: { factor: number; at: Point },
): ViewWindow => both(window, whole, (span, all, of) => zoomedSpan(span, all, { factor, at: at[of] }))

/** A window moved by values along both axes, as far as there is something to see. */
export const moved = (window: ViewWindow, whole: ViewWindow, by: Point): ViewWindow =>
  both(window, whole, (span, all, of) => within({ min: span.min + by[of], max: span.max + by[of] }, all))

/** The window of a selection, within the whole. */
export const windowOf = (selected: ViewWindow, whole: ViewWindow): ViewWindow => both(selected, whole, within)

/** A window moved as little as shows a position. */
export function following(window: ViewWindow, whole: ViewWindow, x: number): ViewWindow {
  const by = x < window.x.min ? x - window.x.min : x > window.x.max ? x - window.x.max : 0
  return by === 0 ? window : moved(window, whole, { x: by + Math.sign(by) * lengthOf(window.x) * 0.2, y: 0 })
}

/** Does a window show everything? */
export const isWhole = (window: ViewWindow, whole: ViewWindow): boolean =>
  lengthOf(window.x) >= lengthOf(whole.x) * 0.999 &&
  (!window.y || !whole.y || lengthOf(window.y) >= lengthOf(whole.y) * 0.999)

/** The first place in ascending numbers whose number is not below a value. */
function firstFrom(numbers: ArrayLike<number>, value: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** A part of a list; of typed numbers, which may be a million, without a copy. */
const part = (list: ArrayLike<number>, from: number, end: number): ArrayLike<number> =>
  list instanceof Float64Array ? list.subarray(from, end) : Array.prototype.slice.call(list, from, end)

/** The stretch of a straight line that an interval of x shows; null for none. */
function cutTrend(trend: SceneTrend, { min, max }: Span): SceneTrend | null {
  const { from, to } = trend
  if (to.x < min || from.x > max) return null
  const at = (x: number): Point => ({
    x,
    y: from.y + ((x - from.x) / (to.x - from.x || 1)) * (to.y - from.y),
  })
  return { ...trend, from: at(Math.max(min, from.x)), to: at(Math.min(max, to.x)) }
}

/** Found once for each scene: a million values take longer than a frame. */
const reaches = new WeakMap<XyScene, Span>()
function wholeReach(scene: XyScene): Span {
  const known = reaches.get(scene)
  if (known) return known
  const reach = reachOf(scene)
  reaches.set(scene, reach)
  return reach
}

const isDots = ({ series }: XyScene): boolean => series.some(({ style }) => style === 'dot')

/** A scene seen through a window, and the place of its first position in the whole. */
export function windowed(
  scene: XyScene,
  window: ViewWindow | null,
): { readonly scene: XyScene; readonly offset: number } {
  const { positions, binWidth } = scene
  if (window === null || positions === null) return { scene, offset: 0 }
  const { x, y } = window
  const trends = scene.trends && {
    trends: scene.trends.map((trend) => cutTrend(trend, x)).filter((trend) => trend !== null),
  }
  const looked = { ...scene, across: x, ...(y ? { bounds: y } : { reach: wholeReach(scene) }), ...trends }
  // Dots are few, and the size of each is beside the largest of all.
  if (isDots(scene)) return { scene: looked, offset: 0 }
  // One position beyond either end, so that lines run on to the edge.
  const from = Math.max(0, firstFrom(positions, x.min - (binWidth ?? 0)) - 1)
  const end = Math.min(positions.length, firstFrom(positions, x.max) + 1)
  return {
    scene: {
      ...looked,
      positions: part(positions, from, end),
      keys: scene.keys.slice(from, end),
      names: scene.names && scene.names.slice(from, end),
      series: scene.series.map((each) => ({ ...each, y: part(each.y, from, end) })),
    },
    offset: from,
  }
}

/** The values behind the marks within a window, in the order of their positions. */
export function keysWithin({ positions, keys, series, binWidth }: XyScene, { x, y }: ViewWindow): readonly Cell[] {
  const found: Cell[] = []
  const all = positions ?? []
  for (let at = firstFrom(all, x.min - (binWidth ?? 0)); at < all.length && (all[at] ?? 0) <= x.max; at += 1) {
    // A bin belongs to a selection that holds its middle.
    const middle = (all[at] ?? 0) + (binWidth ?? 0) / 2
    if (middle < x.min || middle > x.max) continue
    const isInside = series.some(({ y: values }) => {
      const value = values[at] ?? Number.NaN
      return y === null || (value >= y.min && value <= y.max)
    })
    const key = keys[at]
    if (isInside && key !== undefined) found.push(key)
  }
  return found
}
