import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Box, Size } from '#core/charts/drawing/drawing.ts'
import type { Placing } from '#core/charts/drawing/lines-over.ts'
import type { NumberAxis } from '#core/charts/drawing/number-ticks.ts'
import { placesToDraw } from '#core/charts/drawing/thin-columns.ts'
import { endsOf } from '#core/charts/drawing/stacked.ts'
import {
  dotLook,
  fillOf,
  labelGap,
  leastBubble,
  lonely,
  positionsOf,
  radiiOf,
  styleOf,
  xyFrame,
  type Fill,
  type XyFrame,
} from '#core/charts/drawing/xy-frame.ts'
import type { SceneSeries, XyScene } from '#core/charts/scenes.ts'
import { nearestDot, nearestPosition, nearestSeries } from './nearest.ts'
import type { MakePlot, Mark, MarkIndex, Plot } from './plot.ts'
import { faded, seriesColour, textWidth, type PlotTheme } from './plot-theme.ts'

function hasGaps(y: ArrayLike<number>): boolean {
  for (let at = 0; at < y.length; at += 1) if (Number.isNaN(y[at])) return true
  return false
}

/** uPlot leaves gaps for null, not for NaN; numbers without gaps, which may be a million, are taken as they are. */
const withNulls = (y: ArrayLike<number>): (number | null)[] | Float64Array =>
  hasGaps(y) ? Array.from(y, (value) => (Number.isNaN(value) ? null : value)) : new Float64Array(y)

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
  const { size, opacity } = dotLook(count)
  return {
    stroke: colour,
    paths: () => null,
    points: {
      show: true,
      space: 0,
      size,
      fill: faded(colour, opacity),
      stroke: faded(colour, 0),
      width: 0,
    },
  }
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

const pick = (list: ArrayLike<number>, places: Int32Array): Float64Array =>
  Float64Array.from(places, (at) => list[at] ?? Number.NaN)

/** The numbers to draw; of lines no more than can be told apart. */
function dataOf(scene: XyScene, { xs, style, area }: XyFrame): uPlot.AlignedData {
  const ends = endsOf(scene)
  const places =
    style === 'line' || style === 'area' ? placesToDraw(xs, ends, Math.ceil(area.width * uPlot.pxRatio)) : null
  if (places) return [pick(xs, places), ...ends.map((each) => pick(each, places))]
  return [new Float64Array(xs), ...ends.map(withNulls)] as uPlot.AlignedData
}

type Drawing = { readonly options: uPlot.Options; readonly data: uPlot.AlignedData; readonly frame: XyFrame }

/** Everything uPlot needs to draw a scene at a size. */
function drawingOf(scene: XyScene, theme: PlotTheme, size: Size): Drawing {
  const frame = xyFrame(scene, { ...size, measure: (text) => textWidth(text, theme) })
  const { style, xRange, x, y, yTexts, taken } = frame
  const text = {
    stroke: theme.inkFaint,
    font: `${theme.fontSize}px ${theme.font}`,
    ticks: { show: false },
    gap: labelGap,
  }
  return {
    frame,
    data: dataOf(scene, frame),
    options: {
      ...size,
      padding: [taken.top, taken.right, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, range: [...xRange] }, y: { range: [y.min, y.max] } },
      axes: [
        {
          ...text,
          size: taken.bottom,
          grid: { show: style === 'dots', stroke: theme.line, width: 1 },
          splits: () => [...x.at],
          values: () => [...x.texts],
        },
        {
          ...text,
          size: taken.left,
          grid: { stroke: theme.line, width: 1 },
          splits: () => [...y.ticks],
          values: () => [...yTexts],
        },
      ],
      series: [{}, ...drawnSeries(scene, theme, y)],
      bands: bandsOf(scene, theme),
    },
  }
}

/** Of the layout, because uPlot places its axes only after it was made. */
const placingOf = ({ area, up, across, xRange: [first, last], y: axis }: XyFrame): Placing => ({
  area,
  horizontal: false,
  along: up,
  place: ({ x, y }) => ({ x: across(x), y: up(y) }),
  valueAt: ({ x, y }) => ({
    x: first + ((x - area.left) / area.width) * (last - first),
    y: axis.max - ((y - area.top) / area.height) * (axis.max - axis.min),
  }),
})

/** Lines, bins and dots, drawn by uPlot. */
export const uplotPlot: MakePlot = (host): Plot => {
  let plot: uPlot | null = null
  let shown: XyScene | null = null
  let ends: readonly ArrayLike<number>[] = []
  let frame: XyFrame | null = null

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
      const { options, data, frame: laid } = drawingOf(scene, theme, size)
      frame = laid
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
    placing: () => frame && placingOf(frame),
    destroy: () => plot?.destroy(),
  }
}
