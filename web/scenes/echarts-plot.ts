import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { XyScene } from '#core/charts/scenes.ts'
import { besideOf, layBars, type BarLayout } from './bar-layout.ts'
import type { Box, MakePlot, Mark, MarkIndex, Plot } from './plot.ts'
import { seriesColour, type PlotTheme } from './plot-theme.ts'
import { endsOf } from './stacked.ts'

use([BarChart, GridComponent, CanvasRenderer])

const barGap = 0.12

function categoryAxis(scene: XyScene, theme: PlotTheme, layout: BarLayout): object {
  return {
    type: 'category',
    data: [...(scene.categories ?? [])],
    inverse: layout.horizontal,
    axisTick: { show: false },
    axisLine: { show: !layout.horizontal, onZero: true, lineStyle: { color: theme.lineStrong } },
    axisLabel: {
      interval: layout.nameEvery - 1,
      width: layout.nameWidth,
      overflow: 'truncate',
      ellipsis: '…',
      margin: layout.horizontal ? 8 : 9,
      color: layout.horizontal ? theme.inkMuted : theme.inkFaint,
      fontSize: theme.fontSize,
      fontFamily: theme.font,
    },
  }
}

function valueAxis(theme: PlotTheme, layout: BarLayout): object {
  const { axis } = layout
  const step = (axis.ticks[1] ?? axis.max) - (axis.ticks[0] ?? axis.min)
  const isQuiet = layout.endLabels !== null
  return {
    type: 'value',
    min: axis.min,
    max: axis.max,
    interval: step > 0 ? step : axis.max - axis.min,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: !isQuiet, lineStyle: { color: theme.line, width: 1 } },
    axisLabel: {
      show: !isQuiet,
      margin: 8,
      color: theme.inkFaint,
      fontSize: theme.fontSize,
      fontFamily: theme.font,
      hideOverlap: true,
      formatter: (value: number) => textOfTick(layout, value),
    },
  }
}

/** ECharts hands ticks back with rounding of its own; the nearest of ours is meant. */
function textOfTick({ axis, axisTexts }: BarLayout, value: number): string {
  const reach = (axis.max - axis.min) * 1e-6
  return axisTexts[axis.ticks.findIndex((tick) => Math.abs(tick - value) <= reach)] ?? ''
}

function bars(scene: XyScene, theme: PlotTheme, layout: BarLayout): object[] {
  return scene.series.map(({ y }, series) => ({
    type: 'bar',
    barWidth: layout.thickness * (besideOf(scene) > 1 ? 1 - barGap : 1),
    ...(scene.stack ? { stack: 'all' } : {}),
    barGap: `${barGap * 100}%`,
    itemStyle: { color: seriesColour(theme, series) },
    data: Array.from(y, (value, at) => ({
      value: Number.isNaN(value) ? '-' : value,
      itemStyle: scene.stack
        ? { borderColor: theme.surface, borderWidth: 0.5 }
        : { borderRadius: roundedEnd(layout.horizontal, value >= 0) },
      ...(layout.endLabels ? { label: endLabel(layout.endLabels[series]?.[at] ?? '', theme) } : {}),
    })),
  }))
}

/** The corners at the far end of a bar: top left, top right, bottom right, bottom left. */
function roundedEnd(horizontal: boolean, isPositive: boolean): number[] {
  if (horizontal) return isPositive ? [0, 2, 2, 0] : [2, 0, 0, 2]
  return isPositive ? [2, 2, 0, 0] : [0, 0, 2, 2]
}

function endLabel(text: string, theme: PlotTheme): object {
  return {
    show: true,
    position: 'right',
    distance: 6,
    formatter: () => text,
    color: theme.inkMuted,
    fontSize: theme.fontSize,
    fontFamily: theme.font,
  }
}

function optionOf(scene: XyScene, theme: PlotTheme, layout: BarLayout): EChartsCoreOption {
  const { area, size } = layout
  const category = categoryAxis(scene, theme, layout)
  const value = valueAxis(theme, layout)
  return {
    animation: false,
    grid: {
      left: area.left,
      top: area.top,
      right: size.width - area.left - area.width,
      bottom: size.height - area.top - area.height,
      outerBoundsMode: 'none',
    },
    xAxis: layout.horizontal ? value : category,
    yAxis: layout.horizontal ? category : value,
    series: bars(scene, theme, layout).map((series) => ({ ...series, silent: true })),
  }
}

/** Where the bars of one category stand, worked out from the layout that ECharts was given. */
function geometry(scene: XyScene, layout: BarLayout): Pick<Plot, 'marksAt' | 'bandAt' | 'nearest' | 'area'> {
  const { area, axis, horizontal, thickness } = layout
  const count = scene.categories?.length ?? 0
  const ends = endsOf(scene)
  const slot = (horizontal ? area.height : area.width) / Math.max(1, count)
  const alongValue = (value: number): number => {
    const part = (value - axis.min) / (axis.max - axis.min)
    return horizontal ? area.left + part * area.width : area.top + (1 - part) * area.height
  }
  const alongNames = (at: number, series: number): number => {
    const middle = (horizontal ? area.top : area.left) + (at + 0.5) * slot
    return scene.stack ? middle : middle + (series - (scene.series.length - 1) / 2) * thickness
  }
  const bandAt = (at: number): Box =>
    horizontal
      ? { left: 0, top: area.top + at * slot, width: layout.size.width, height: slot }
      : { left: area.left + at * slot, top: area.top, width: slot, height: area.height }
  const marksAt = (at: number): Mark[] =>
    scene.series.flatMap(({ y }, series) => {
      const value = y[at] ?? Number.NaN
      if (Number.isNaN(value)) return []
      const [across, along] = [alongValue(ends[series]?.[at] ?? value), alongNames(at, series)]
      return [horizontal ? { series, x: across, y: along } : { series, x: along, y: across }]
    })
  // The first series whose end lies beyond the pointer; the last where it points past the bar.
  const stackedAt = (at: number, along: number): number => {
    const found = scene.series.findIndex((_, series) => {
      const end = alongValue(ends[series]?.[at] ?? 0)
      return horizontal ? along <= end : along >= end
    })
    return found < 0 ? scene.series.length - 1 : found
  }
  const nearest = (x: number, y: number): MarkIndex | null => {
    const at = Math.floor((horizontal ? y - area.top : x - area.left) / slot)
    if (at < 0 || at >= count) return null
    if (scene.stack) return { at, series: stackedAt(at, horizontal ? x : y) }
    const offset = horizontal ? y : x
    const distances = scene.series.map((_, series) => Math.abs(alongNames(at, series) - offset))
    return { at, series: distances.indexOf(Math.min(...distances)) }
  }
  return { marksAt, bandAt, nearest, area: () => area }
}

const nowhere: Pick<Plot, 'marksAt' | 'bandAt' | 'nearest' | 'area'> = {
  marksAt: () => [],
  bandAt: () => null,
  nearest: () => null,
  area: () => ({ left: 0, top: 0, width: 0, height: 0 }),
}

/** Bars of categories, drawn by ECharts. */
export const echartsPlot: MakePlot = (host): Plot => {
  let chart: EChartsType | null = null
  let placed = nowhere
  return {
    draw(scene, theme, size) {
      const layout = layBars(scene, theme, size)
      const { width, height } = layout.size
      chart ??= init(host, null, { renderer: 'canvas', width, height })
      chart.resize({ width, height, silent: true })
      chart.setOption(optionOf(scene, theme, layout), { notMerge: true })
      placed = geometry(scene, layout)
      return layout.size
    },
    marksAt: (at) => placed.marksAt(at),
    bandAt: (at) => placed.bandAt(at),
    nearest: (x, y) => placed.nearest(x, y),
    area: () => placed.area(),
    destroy: () => chart?.dispose(),
  }
}
