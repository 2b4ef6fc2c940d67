import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { SceneSeries, XyScene } from '#core/charts/scenes.ts'
import { axisTexts } from '#core/charts/drawing/axis-text.ts'
import { extentOf, numberAxis, ticksWithin, type NumberAxis } from '#core/charts/drawing/number-ticks.ts'
import { nearestDot, nearestPosition, nearestSeries } from './nearest.ts'
import type { Box, MakePlot, Mark, MarkIndex, Plot, Size } from './plot.ts'
import { endsOf, reachOf } from './stacked.ts'
import { faded, seriesColour, widestText, type PlotTheme } from './plot-theme.ts'
import { timeTicks } from './time-ticks.ts'

const labelGap = 8
const lineHeight = 15

/** How the marks are drawn, which decides the axes. */
type Style = 'line' | 'area' | 'bins' | 'dots'

function styleOf({ series, binWidth }: XyScene): Style {
  if (binWidth !== null) return 'bins'
  const [first] = series
  return first?.style === 'dot' ? 'dots' : first?.style === 'area' ? 'area' : 'line'
}

/** Where things stand along x: positions as given, or categories counted from zero. */
const positionsOf = ({ positions, categories }: XyScene): ArrayLike<number> =>
  positions ?? (categories ?? []).map((_, at) => at)

/** Bars begin at zero; a line does when its values come near, so that it is not mistaken for level. */
function yAxisOf(scene: XyScene, style: Style, height: number): NumberAxis {
  const { min, max } = reachOf(scene)
  const { type } = scene.y
  const parts = Math.max(2, Math.min(6, Math.floor(height / 48)))
  const cut = { parts, whole: type === 'integer', duration: type === 'duration' }
  const nearZero = min >= 0 ? min < max * 0.6 : max <= 0 && max > min * 0.6
  if (style === 'bins' || style === 'area' || (style === 'line' && nearZero))
    return numberAxis(min, max, { ...cut, zero: true })
  const pad = (max - min) * (scene.sizes ? 0.14 : 0.05)
  const least = min >= 0 && min - pad < 0 ? 0 : min - pad
  return numberAxis(least, max + pad, { ...cut, zero: false })
}

type Range = readonly [number, number]

function xRangeOf(xs: ArrayLike<number>, style: Style, { binWidth, sizes }: XyScene): Range {
  const { min, max } = extentOf([xs]) ?? { min: 0, max: 1 }
  if (style === 'bins') return [min, max + (binWidth ?? 1)]
  if (min === max) return [min - 1, max + 1]
  const pad = style === 'dots' ? (max - min) * (sizes ? 0.14 : 0.03) : 0
  return [min - pad, max + pad]
}

type Ticks = { readonly at: readonly number[]; readonly texts: readonly string[] }

/** As many names of categories as there is room for, evenly thinned. */
function categoryTicks(categories: readonly string[], width: number, theme: PlotTheme): Ticks {
  const widest = Math.min(120, widestText(categories, theme)) + 12
  const every = Math.max(1, Math.ceil((categories.length * widest) / Math.max(1, width)))
  const at = categories.map((_, index) => index).filter((index) => index % every === 0)
  return { at, texts: at.map((index) => categories[index] ?? '') }
}

function xTicksOf(scene: XyScene, range: Range, options: { readonly width: number; readonly theme: PlotTheme }): Ticks {
  const { width, theme } = options
  if (scene.categories) return categoryTicks(scene.categories, width, theme)
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
function lonely(y: ArrayLike<number>): number[] {
  const isKnown = (at: number): boolean => at >= 0 && at < y.length && !Number.isNaN(y[at] ?? Number.NaN)
  return Array.from({ length: y.length }, (_, at) => at).filter(
    (at) => isKnown(at) && !isKnown(at - 1) && !isKnown(at + 1),
  )
}

/** uPlot leaves gaps for null, not for NaN. */
const withNulls = (y: ArrayLike<number>): (number | null)[] =>
  Array.from(y, (value) => (Number.isNaN(value) ? null : value))

/** Bars that touch but for a hairline, from zero. */
const binPaths =
  (binWidth: number): uPlot.Series.PathBuilder =>
  (plot, seriesIndex, first, last) => {
    const fill = new Path2D()
    const gap = Math.min(uPlot.pxRatio, 2)
    const zero = plot.valToPos(0, 'y', true)
    for (let at = first; at <= last; at += 1) {
      const value = plot.data[seriesIndex]?.[at]
      if (value === null || value === undefined) continue
      const start = plot.data[0][at] ?? 0
      const left = Math.round(plot.valToPos(start, 'x', true))
      const right = Math.round(plot.valToPos(start + binWidth, 'x', true))
      const top = Math.round(plot.valToPos(value, 'y', true))
      fill.rect(left, Math.min(top, zero), Math.max(1, right - left - gap), Math.abs(zero - top))
    }
    return { fill, stroke: null, clip: null }
  }

/** How strongly the room under a line is filled; null for none. */
type Fill = number | null

const stepped = uPlot.paths.stepped?.({ align: 1 })

function lineSeries(colour: string, { y, style }: SceneSeries, fill: Fill): uPlot.Series {
  const alone = lonely(y)
  return {
    stroke: colour,
    width: 1.75,
    ...(style === 'step' && stepped ? { paths: stepped } : {}),
    ...(fill === null ? {} : { fill: faded(colour, fill) }),
    points: { show: alone.length > 0, size: 5, fill: colour, stroke: colour, width: 0, filter: () => alone },
  }
}

function dotSeries(colour: string, count: number): uPlot.Series {
  const size = count > 5000 ? 3 : count > 500 ? 5 : 8
  return {
    stroke: colour,
    paths: () => null,
    points: {
      show: true,
      space: 0,
      size,
      fill: faded(colour, count > 5000 ? 0.35 : 0.7),
      stroke: faded(colour, 0),
      width: 0,
    },
  }
}

const bubbleReach = 28
const leastBubble = 2.5

/** How large each bubble is, in pixels: its area shows the value. */
export function radiiOf(values: ArrayLike<number>, most = bubbleReach): number[] {
  const largest = Array.from(values, Math.abs).reduce((a, b) => Math.max(a, b), 0)
  return Array.from(values, (value) => Math.max(leastBubble, most * Math.sqrt(Math.abs(value) / (largest || 1))))
}

/** Circles as large as their values. */
const bubblePaths =
  (radii: readonly number[]): uPlot.Series.PathBuilder =>
  (plot, seriesIndex, first, last) => {
    const fill = new Path2D()
    for (let at = first; at <= last; at += 1) {
      const value = plot.data[seriesIndex]?.[at]
      if (value === null || value === undefined) continue
      const [x, y] = [plot.valToPos(plot.data[0][at] ?? 0, 'x', true), plot.valToPos(value, 'y', true)]
      const radius = (radii[at] ?? leastBubble) * uPlot.pxRatio
      fill.moveTo(x + radius, y)
      fill.arc(x, y, radius, 0, 2 * Math.PI)
    }
    return { fill, stroke: fill, clip: null }
  }

const bubbleSeries = (colour: string, radii: readonly number[]): uPlot.Series => ({
  stroke: colour,
  width: 1,
  fill: faded(colour, 0.45),
  paths: bubblePaths(radii),
  points: { show: false },
})

/** A shade under a line says how much there is; it must then begin at zero. Stacked areas are filled by their bands. */
function fillOf(scene: XyScene, style: Style, axis: NumberAxis): Fill {
  if (scene.stack) return null
  if (style === 'area') return scene.series.length === 1 ? 0.28 : 0.18
  return scene.series.length === 1 && axis.min === 0 && scene.series[0]?.style === 'line' ? 0.07 : null
}

/** Fills each stacked series down to the one below it. */
const bandsOf = ({ series, stack }: XyScene, theme: PlotTheme): uPlot.Band[] =>
  stack
    ? series.slice(1).map((_, at) => ({ series: [at + 2, at + 1], fill: faded(seriesColour(theme, at + 1), 0.6) }))
    : []

function drawnSeries(scene: XyScene, theme: PlotTheme, axis: NumberAxis): uPlot.Series[] {
  const style = styleOf(scene)
  const radii = scene.sizes ? radiiOf(scene.sizes.values) : null
  return scene.series.map((series, at) => {
    const colour = seriesColour(theme, at)
    if (style === 'bins')
      return { fill: colour, width: 0, paths: binPaths(scene.binWidth ?? 1), points: { show: false } }
    if (radii) return bubbleSeries(colour, radii)
    if (style === 'dots') return dotSeries(colour, series.y.length)
    const fill = scene.stack && at === 0 ? 0.6 : fillOf(scene, style, axis)
    return lineSeries(colour, series, fill)
  })
}

/** What the last label needs beyond the end of the axis. */
function roomAtRight({ at, texts }: Ticks, [min, max]: Range, within: { width: number; theme: PlotTheme }): number {
  const widest = widestText((texts.at(-1) ?? '').split('\n'), within.theme)
  const fromEnd = (1 - ((at.at(-1) ?? min) - min) / (max - min)) * within.width
  return Math.max(4, Math.ceil(Math.min(60, widest / 2) - fromEnd))
}

type Drawing = { readonly options: uPlot.Options; readonly data: uPlot.AlignedData }

/** Everything uPlot needs to draw a scene at a size. */
function drawingOf(scene: XyScene, theme: PlotTheme, { width, height }: Size): Drawing {
  const style = styleOf(scene)
  const xs = positionsOf(scene)
  const range = xRangeOf(xs, style, scene)
  const y = yAxisOf(scene, style, height)
  const yTexts = axisTexts(y.ticks, scene.y)
  const left = widestText(yTexts, theme) + labelGap + 4
  const x = xTicksOf(scene, range, { width: width - left, theme })
  const lines = x.texts.some((text) => text.includes('\n')) ? 2 : 1
  const text = {
    stroke: theme.inkFaint,
    font: `${theme.fontSize}px ${theme.font}`,
    ticks: { show: false },
    gap: labelGap,
  }
  const right = roomAtRight(x, range, { width: width - left, theme })
  return {
    data: [Float64Array.from(xs), ...endsOf(scene).map(withNulls)] as uPlot.AlignedData,
    options: {
      width,
      height,
      padding: [8, right, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, range: [...range] }, y: { range: [y.min, y.max] } },
      axes: [
        {
          ...text,
          size: labelGap + lines * lineHeight + 2,
          grid: { show: style === 'dots', stroke: theme.line, width: 1 },
          splits: () => [...x.at],
          values: () => [...x.texts],
        },
        {
          ...text,
          size: left,
          grid: { stroke: theme.line, width: 1 },
          splits: () => [...y.ticks],
          values: () => yTexts,
        },
      ],
      series: [{}, ...drawnSeries(scene, theme, y)],
      bands: bandsOf(scene, theme),
    },
  }
}

/** Lines, bins and dots, drawn by uPlot. */
export const uplotPlot: MakePlot = (host): Plot => {
  let plot: uPlot | null = null
  let shown: XyScene | null = null
  let ends: readonly ArrayLike<number>[] = []

  const area = (): Box => {
    if (plot === null) return { left: 0, top: 0, width: 0, height: 0 }
    const { left, top, width, height } = plot.bbox
    const ratio = uPlot.pxRatio
    return { left: left / ratio, top: top / ratio, width: width / ratio, height: height / ratio }
  }
  const toPixels = (value: number, scale: 'x' | 'y'): number => {
    const { left, top } = area()
    return (plot?.valToPos(value, scale) ?? 0) + (scale === 'x' ? left : top)
  }
  const marksAt = (at: number): Mark[] => {
    if (shown === null) return []
    const start = positionsOf(shown)[at]
    if (start === undefined) return []
    const x = toPixels(start + (shown.binWidth ?? 0) / 2, 'x')
    return ends.flatMap((y, series) => {
      const value = y[at] ?? Number.NaN
      return Number.isNaN(value) ? [] : [{ series, x, y: toPixels(value, 'y') }]
    })
  }
  const nearest = (x: number, y: number): MarkIndex | null => {
    if (plot === null || shown === null) return null
    if (styleOf(shown) === 'dots') return nearestDot(shown, { x, y }, toPixels)
    const value = plot.posToVal(x - area().left, 'x')
    const at = nearestPosition(positionsOf(shown), value, shown.binWidth)
    return at === null ? null : { at, series: nearestSeries(marksAt(at), y) }
  }
  return {
    draw(scene, theme, size) {
      const { options, data } = drawingOf(scene, theme, size)
      const before = plot
      plot = new uPlot(options, data, host)
      before?.destroy()
      shown = scene
      ends = endsOf(scene)
      return size
    },
    marksAt,
    bandAt(at) {
      if (shown?.binWidth === null || shown === null) return null
      const start = positionsOf(shown)[at]
      if (start === undefined) return null
      const { top, height } = area()
      const left = toPixels(start, 'x')
      return { left, top, width: toPixels(start + shown.binWidth, 'x') - left, height }
    },
    nearest,
    area,
    destroy: () => plot?.destroy(),
  }
}
