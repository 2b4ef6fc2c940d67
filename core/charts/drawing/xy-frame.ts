import type { XyScene } from '../scenes.ts'
import { axisTexts } from './axis-text.ts'
import { bounded } from './bounded.ts'
import type { Box, Measure, Room } from './drawing.ts'
import { extentOf, numberAxis, ticksWithin, type NumberAxis } from './number-ticks.ts'
import { reachOf } from './stacked.ts'
import { widestOf } from './texts.ts'
import { timeTicks } from './time-ticks.ts'

/** Between a label and its axis, in pixels. */
export const labelGap = 8
const lineHeight = 15

/** How the marks are drawn, which decides the axes. */
export type Style = 'line' | 'area' | 'bins' | 'dots'

export function styleOf({ series, binWidth }: XyScene): Style {
  if (binWidth !== null) return 'bins'
  const [first] = series
  return first?.style === 'dot' ? 'dots' : first?.style === 'area' ? 'area' : 'line'
}

/** Where things stand along x: positions as given, or categories counted from zero. */
export const positionsOf = ({ positions, categories }: XyScene): ArrayLike<number> =>
  positions ?? (categories ?? []).map((_, at) => at)

/** The y axis, with the ends that were chosen. */
function yAxisOf(scene: XyScene, style: Style, height: number): NumberAxis {
  return bounded(ownAxis(scene, style, height), scene, partsIn(height))
}

const partsIn = (height: number): number => Math.max(2, Math.min(6, Math.floor(height / 48)))

/** Bars begin at zero; a line does when its values come near, so that it is not mistaken for level. */
function ownAxis(scene: XyScene, style: Style, height: number): NumberAxis {
  const { min, max } = reachOf(scene)
  const { type } = scene.y
  const cut = { parts: partsIn(height), whole: type === 'integer', duration: type === 'duration' }
  const nearZero = min >= 0 ? min < max * 0.6 : max <= 0 && max > min * 0.6
  if (style === 'bins' || style === 'area' || (style === 'line' && nearZero))
    return numberAxis(min, max, { ...cut, zero: true })
  const pad = (max - min) * (scene.sizes ? 0.14 : 0.05)
  const least = min >= 0 && min - pad < 0 ? 0 : min - pad
  return numberAxis(least, max + pad, { ...cut, zero: false })
}

type Range = readonly [number, number]

function xRangeOf(xs: ArrayLike<number>, style: Style, { across, binWidth, sizes }: XyScene): Range {
  if (across) return [across.min, across.max]
  const { min, max } = extentOf([xs]) ?? { min: 0, max: 1 }
  if (style === 'bins') return [min, max + (binWidth ?? 1)]
  if (min === max) return [min - 1, max + 1]
  const pad = style === 'dots' ? (max - min) * (sizes ? 0.14 : 0.03) : 0
  return [min - pad, max + pad]
}

type Ticks = { readonly at: readonly number[]; readonly texts: readonly string[] }

/** As many names of categories as there is room for, evenly thinned. */
function categoryTicks(categories: readonly string[], width: number, measure: Measure): Ticks {
  const widest = Math.min(120, widestOf(categories, measure)) + 12
  const every = Math.max(1, Math.ceil((categories.length * widest) / Math.max(1, width)))
  const at = categories.map((_, index) => index).filter((index) => index % every === 0)
  return { at, texts: at.map((index) => categories[index] ?? '') }
}

function xTicksOf(scene: XyScene, range: Range, options: { readonly width: number; readonly measure: Measure }): Ticks {
  const { width, measure } = options
  if (scene.categories) return categoryTicks(scene.categories, width, measure)
  if (scene.x.type === 'date' || scene.x.type === 'timestamp') {
    const most = Math.max(1, Math.floor(width / 58))
    const ticks = timeTicks(range[0], range[1], { most, grain: scene.x.grain ?? null })
    return {
      at: ticks.map(({ at }) => at),
      texts: ticks.map(({ text, under }) => (under ? `${text}\n${under}` : text)),
    }
  }
  const at = ticksWithin(range[0], range[1], {
    parts: Math.max(2, Math.min(10, Math.floor(width / 72))),
    // Years have no halves, whatever type their file gave them.
    whole: scene.x.type === 'integer' || scene.x.format === 'text',
    duration: scene.x.type === 'duration',
  })
  return { at, texts: axisTexts(at, scene.x) }
}

/** Values without neighbours make no line; they are drawn as points. */
export function lonely(y: ArrayLike<number>): number[] {
  const isKnown = (at: number): boolean => at >= 0 && at < y.length && !Number.isNaN(y[at] ?? Number.NaN)
  const found: number[] = []
  for (let at = 0; at < y.length; at += 1) if (isKnown(at) && !isKnown(at - 1) && !isKnown(at + 1)) found.push(at)
  return found
}

const bubbleReach = 28
export const leastBubble = 2.5

/** How large each bubble is, in pixels: its area shows the value. */
export function radiiOf(values: ArrayLike<number>, most = bubbleReach): number[] {
  const largest = Array.from(values, Math.abs).reduce((a, b) => Math.max(a, b), 0)
  return Array.from(values, (value) => Math.max(leastBubble, most * Math.sqrt(Math.abs(value) / (largest || 1))))
}

/** How strongly the room under a line is filled; null for none. */
export type Fill = number | null

/** The more dots, the smaller and fainter each; the size is its diameter in pixels. */
export function dotLook(count: number): { readonly size: number; readonly opacity: number } {
  if (count > 5000) return { size: 3, opacity: 0.35 }
  return { size: count > 500 ? 5 : 8, opacity: 0.7 }
}

/** A shade under a line says how much there is; it must then begin at zero. Stacked areas are filled by their bands. */
export function fillOf(scene: XyScene, style: Style, axis: NumberAxis): Fill {
  if (scene.stack) return null
  if (style === 'area') return scene.series.length === 1 ? 0.28 : 0.18
  return scene.series.length === 1 && axis.min === 0 && scene.series[0]?.style === 'line' ? 0.07 : null
}

/** What the last label needs beyond the end of the axis. */
function roomAtRight({ at, texts }: Ticks, [min, max]: Range, within: { width: number; measure: Measure }): number {
  const widest = widestOf((texts.at(-1) ?? '').split('\n'), within.measure)
  const fromEnd = (1 - ((at.at(-1) ?? min) - min) / (max - min)) * within.width
  return Math.max(4, Math.ceil(Math.min(60, widest / 2) - fromEnd))
}

/** The axes of a scene of positions, and the rectangle between them. */
export type XyFrame = {
  readonly style: Style
  readonly xs: ArrayLike<number>
  readonly xRange: Range
  readonly x: Ticks
  readonly y: NumberAxis
  readonly yTexts: readonly string[]
  /** What the labels of either axis take, in pixels. */
  readonly taken: { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number }
  readonly area: Box
  readonly across: (value: number) => number
  readonly up: (value: number) => number
}

/** Lays out the axes of lines, bins and dots. */
export function xyFrame(scene: XyScene, { width, height, measure }: Room): XyFrame {
  const style = styleOf(scene)
  const xs = positionsOf(scene)
  const xRange = xRangeOf(xs, style, scene)
  const y = yAxisOf(scene, style, height)
  const yTexts = axisTexts(y.ticks, scene.y)
  const left = widestOf(yTexts, measure) + labelGap + 4
  const x = xTicksOf(scene, xRange, { width: width - left, measure })
  const lines = x.texts.some((text) => text.includes('\n')) ? 2 : 1
  const right = roomAtRight(x, xRange, { width: width - left, measure })
  const taken = { left, top: 8, right, bottom: labelGap + lines * lineHeight + 2 }
  const area: Box = {
    left,
    top: taken.top,
    width: Math.max(10, width - left - right),
    height: Math.max(10, height - taken.top - taken.bottom),
  }
  const [first, last] = xRange
  return {
    style,
    xs,
    xRange,
    x,
    y,
    yTexts,
    taken,
    area,
    across: (value) => area.left + ((value - first) / (last - first || 1)) * area.width,
    up: (value) => area.top + (1 - (value - y.min) / (y.max - y.min || 1)) * area.height,
  }
}
