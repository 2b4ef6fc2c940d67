import { cellAt } from '../table/table.ts'
import type { ChartData, ChartSpec, ChartType, Scene } from './chart.ts'
import { inSentence, plural } from './labels.ts'
import { joinNotes, noteOfSeries, pivot, styled } from './pivot.ts'
import {
  dimensionsOf,
  distinctIn,
  hasNumbers,
  measuredColumns,
  measuresOf,
  measuresOnOneAxis,
  missingColumns,
  namedColumn,
  noValues,
  sceneColumn,
  textAt,
  type ResultColumn,
} from './result-columns.ts'

/** More bars than this are a wall; the table holds the rest. */
const categoryLimit = 60
/** Names longer than this, or more bars than that, read better lying down. */
const uprightLength = 12
const uprightBars = 12

/** The column along the axis, and the one that splits the bars: of two, the one with fewer values splits. */
function axisAndSeries(data: ChartData): { x: ResultColumn | undefined; series: ResultColumn | null } {
  const [first, second] = dimensionsOf(data)
  if (first === undefined || second === undefined) return { x: first, series: null }
  const swap =
    first.part.kind === 'category' &&
    (second.part.kind !== 'category' || distinctIn(data, first.column) < distinctIn(data, second.column))
  return swap ? { x: second, series: first } : { x: first, series: second }
}

/** How well bars serve before their number is looked at. */
function suitsKind(data: ChartData, x: ResultColumn): number {
  if (measuresOnOneAxis(data).length < measuresOf(data).length) return 0.55
  return x.part.kind === 'category' ? 0.9 : 0.6
}

function suits(data: ChartData): number {
  const { x, series } = axisAndSeries(data)
  if (x === undefined || dimensionsOf(data).length > 2) return 0
  if (!measuresOnOneAxis(data).some((measure) => hasNumbers(data, measure))) return 0
  const bars = distinctIn(data, x.column)
  if (series === null) return bars > categoryLimit ? 0.3 : bars < 2 ? 0.5 : suitsKind(data, x)
  if (measuresOf(data).length > 1) return 0.3
  return distinctIn(data, series.column) > 8 || bars > 20 ? 0.4 : suitsKind(data, x) - 0.02
}

function specFor(data: ChartData): ChartSpec {
  const { x, series } = axisAndSeries(data)
  const y = measuresOnOneAxis(data).map(({ name }) => name)
  return { type: 'bar', x: x?.name ?? null, y: series ? y.slice(0, 1) : y, series: series?.name ?? null }
}

function isLong(categories: readonly string[]): boolean {
  const longest = Math.max(...categories.map((category) => category.length))
  const total = categories.reduce((sum, category) => sum + category.length, 0)
  return longest > uprightLength * 1.5 || total / categories.length > uprightLength
}

function scene(spec: ChartSpec, data: ChartData): Scene {
  const x = namedColumn(data, spec.x)
  const y = measuredColumns(data, spec.y)
  const [measure] = y
  if (x === undefined || measure === undefined) return missingColumns
  if (!y.some((column) => hasNumbers(data, column))) return noValues
  const split = namedColumn(data, spec.series) ?? null
  const { rows, series, dropped } = pivot(data, { x, y, series: split })
  const shown = rows.slice(0, categoryLimit)
  const categories = shown.map((row) => textAt(x, row))
  const left = rows.length - shown.length
  return {
    kind: 'xy',
    x: sceneColumn(x),
    categories,
    positions: null,
    keys: shown.map((row) => cellAt(x.column, row)),
    y: sceneColumn(measure),
    series: styled(
      series.map((each) => ({ ...each, y: each.y.slice(0, categoryLimit) })),
      'bar',
    ),
    horizontal: x.part.kind !== 'time' && (categories.length > uprightBars || isLong(categories)),
    binWidth: null,
    names: null,
    note: joinNotes(
      left > 0 ? `The first ${categoryLimit} of ${rows.length} ${plural(inSentence(x.part.label))} are drawn.` : null,
      noteOfSeries(dropped, split),
    ),
  }
}

/** Bars, side by side where there are several series. */
export const bar: ChartType = {
  title: 'Bar chart',
  useWhen: 'Compare a measure between categories.',
  suits,
  reason(data) {
    const { x, series } = axisAndSeries(data)
    const axis = plural(inSentence(x?.part.label ?? 'category'))
    return series
      ? `Bars compare ${axis}, split by ${inSentence(series.part.label)}.`
      : `Bars compare ${axis} at a glance.`
  },
  specFor,
  scene,
}
