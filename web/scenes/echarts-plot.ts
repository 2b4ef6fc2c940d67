import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { besideOf, layBars, type BarLayout } from '#core/charts/drawing/bar-layout.ts'
import { barPlaces, type BarPlaces } from '#core/charts/drawing/bar-places.ts'
import type { XyScene } from '#core/charts/scenes.ts'
import type { MakePlot, Plot } from './plot.ts'
import { seriesColour, textWidth, type PlotTheme } from './plot-theme.ts'

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

const nowhere: BarPlaces = {
  marksAt: () => [],
  bandAt: () => null,
  nearest: () => null,
  area: { left: 0, top: 0, width: 0, height: 0 },
  along: () => 0,
}

/** Bars of categories, drawn by ECharts. */
export const echartsPlot: MakePlot = (host): Plot => {
  let chart: EChartsType | null = null
  let placed = nowhere
  let isLying = false
  return {
    draw(scene, theme, size) {
      const layout = layBars(scene, (text) => textWidth(text, theme), size)
      const { width, height } = layout.size
      chart ??= init(host, null, { renderer: 'canvas', width, height })
      chart.resize({ width, height, silent: true })
      chart.setOption(optionOf(scene, theme, layout), { notMerge: true })
      placed = barPlaces(scene, layout)
      isLying = layout.horizontal
      return layout.size
    },
    marksAt: (at) => placed.marksAt(at),
    bandAt: (at) => placed.bandAt(at),
    nearest: (x, y) => placed.nearest(x, y),
    area: () => placed.area,
    placing: () => (chart ? { area: placed.area, along: placed.along, horizontal: isLying } : null),
    destroy: () => chart?.dispose(),
  }
}
