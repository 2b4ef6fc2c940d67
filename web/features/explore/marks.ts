import type { Selected } from '#core/charts/drawing/view-window.ts'
import { filtersOfSelected } from '#core/explore/selection.ts'
import type { Filter } from '#core/query/filter.ts'
import { nameIn, type ChartSpec } from '#core/charts/chart-spec.ts'
import { emptyText } from '#core/format/empty.ts'
import { numberAt, resultColumns, sceneColumn } from '#core/charts/result-columns.ts'
import type { Key } from '#core/explore/drill.ts'
import type { Exploration } from '#core/explore/exploration.ts'
import { writeCell } from '#core/charts/write-cell.ts'
import { type Dimension, nameOfDimension } from '#core/query/dimension.ts'
import { type Cell, findColumn, type Table } from '#core/table/table.ts'
import type { Picture } from './picture.ts'

const dimensionNamed = ({ rows, columns }: Exploration, name: string | null): Dimension | undefined =>
  [...rows, ...columns].find((dimension) => nameOfDimension(dimension) === name)

/** Bin width of a result column: the minimum distance of two values. */
function binWidthIn(table: Table, name: string): number | null {
  const column = findColumn(table, name)
  if (!column) return null
  const starts = Array.from({ length: table.rows }, (_, row) => numberAt(column, row)).filter(
    (start) => !Number.isNaN(start),
  )
  const sorted = [...new Set(starts)].sort((a, b) => a - b)
  const width = Math.min(...sorted.slice(1).map((start, at) => start - (sorted[at] ?? start)))
  return Number.isFinite(width) ? Number(width.toPrecision(12)) : null
}

function keyOf(dimension: Dimension | undefined, key: Cell | undefined, table: Table): readonly Key[] {
  if (!dimension || key === undefined) return []
  const binWidth = dimension.bins === undefined ? null : binWidthIn(table, nameOfDimension(dimension))
  return [{ dimension, key, binWidth }]
}

/** The dimension whose group a mark shares with the others of its colour, its panel or its row. */
const splitIn = (asked: Exploration, spec: ChartSpec): Dimension | undefined =>
  (['colour', 'facet', 'y'] as const)
    .map((id) => dimensionNamed(asked, nameIn(spec, id)))
    .find((each) => each !== undefined)

/** The group keys of a chart's mark: its category or position, and its series. */
export function markOfChart(
  asked: Exploration,
  { chart, data }: Picture,
  value: Cell,
  series: Cell | undefined,
): readonly Key[] {
  if (!chart) return []
  const { spec } = chart
  // A mark stands for the group along the axis; a dot for the group that names it.
  const along = dimensionNamed(asked, nameIn(spec, 'x')) ?? asked.rows[0]
  return [...keyOf(along, value, data.table), ...keyOf(splitIn(asked, spec), series, data.table)]
}

/** The filters for marks that were selected together; null where none tells them. */
export function selectedFilters(
  asked: Exploration,
  { chart, data }: Picture,
  selected: Selected,
): readonly Filter[] | null {
  const along = chart && dimensionNamed(asked, nameIn(chart.spec, 'x'))
  const binWidth = along?.bins === undefined ? null : binWidthIn(data.table, nameOfDimension(along))
  return chart && filtersOfSelected(asked, selected, { spec: chart.spec, table: data.table, binWidth })
}

/** The group keys of a cell: those of its row and its column. */
export function markOfCell(asked: Exploration, { sheet, data }: Picture, row: number, column: number): readonly Key[] {
  const cells = sheet.rows[row] ?? []
  const down = sheet.columns.flatMap((each, at) =>
    each.kind === 'group' ? keyOf(dimensionNamed(asked, each.result), cells[at], data.table) : [],
  )
  const across = sheet.columns[column]?.across ?? []
  return [...down, ...across.flatMap((cell, at) => keyOf(asked.columns[at], cell, data.table))]
}

/** Formats one group of a mark. */
function spelled({ dimension, key, binWidth }: Key, { data }: Picture): string {
  if (key === null) return emptyText
  const column = resultColumns(data).find(({ name }) => name === nameOfDimension(dimension))
  if (!column) return String(key)
  const own = sceneColumn(column)
  const write = (cell: Cell): string => writeCell(cell, own)
  return binWidth === null || typeof key !== 'number'
    ? write(key)
    : `${write(key)} – ${write(Number((key + binWidth).toPrecision(12)))}`
}

/** Formats a mark: `North · Mar 2024`. */
export const markText = (mark: readonly Key[], picture: Picture): string =>
  mark.map((key) => spelled(key, picture)).join(' · ')
