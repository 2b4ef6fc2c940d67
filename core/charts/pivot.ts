import { type Cell, cellAt } from '../table/table.ts'
import type { ChartData } from './chart.ts'
import type { SceneSeries } from './scenes.ts'
import { inSentence, plural } from './labels.ts'
import { naturalOrder, ranksOf } from './natural-rows.ts'
import { numberAt, textAt, type ResultColumn } from './result-columns.ts'

/** More series than the palette has colours cannot be told apart. */
export const seriesLimit = 8

/** One row of the pivot: a category or position, and the result's row it was first seen in. */
type Slot = { readonly row: number; readonly values: number[] }

export type Pivot = {
  /** The result's row in which each x was first seen, in order of appearance. */
  readonly rows: readonly number[]
  readonly series: readonly { readonly label: string; readonly y: readonly number[]; readonly key?: Cell }[]
  /** How many series were left out. */
  readonly dropped: number
}

export type Parts = {
  readonly x: ResultColumn
  readonly y: readonly ResultColumn[]
  readonly series: ResultColumn | null
}

const keyAt = ({ column }: ResultColumn, row: number): number =>
  column.type === 'text' ? (column.codes[row] ?? -1) : (column.values[row] ?? Number.NaN)

const size = (values: readonly number[]): number =>
  values.reduce((total, value) => total + (Number.isNaN(value) ? 0 : Math.abs(value)), 0)

/** Turns rows into one list of values per series, over one list of x. Absent pairs hold what the measure is without rows. */
export function pivot(data: ChartData, parts: Parts): Pivot {
  const found = parts.series === null ? byMeasure(data, parts) : bySeries(data, parts, parts.series)
  return inNaturalOrder(found, parts)
}

/** Weekdays, sizes and ranges stand in their own order, along the axis and in the legend. */
function inNaturalOrder({ rows, series, dropped }: Pivot, { x, series: split }: Parts): Pivot {
  const along = naturalOrder(x, rows)
  const ordered =
    along === null ? series : series.map((each) => ({ ...each, y: along.map((at) => each.y[at] ?? Number.NaN) }))
  const ranks =
    split?.column.type === 'text'
      ? ranksOf(
          split,
          series.map(({ label }) => label),
        )
      : null
  return {
    rows: along === null ? rows : along.map((at) => rows[at] ?? 0),
    series:
      ranks === null
        ? ordered
        : ordered
            .map((_, at) => at)
            .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))
            .flatMap((at) => ordered[at] ?? []),
    dropped,
  }
}

function byMeasure(data: ChartData, { x, y }: Parts): Pivot {
  const rows = rowsOf(data, x)
  return {
    rows,
    series: y.map(({ column, part }) => ({ label: part.label, y: rows.map((row) => numberAt(column, row)) })),
    dropped: 0,
  }
}

/** The first row of each x. */
function rowsOf({ table }: ChartData, x: ResultColumn): number[] {
  const first = new Map<number, number>()
  for (let row = 0; row < table.rows; row += 1) {
    const key = keyAt(x, row)
    if (!first.has(key)) first.set(key, row)
  }
  return [...first.values()]
}

function bySeries({ table }: ChartData, { x, y }: Parts, split: ResultColumn): Pivot {
  const [measure] = y
  if (measure === undefined) return { rows: [], series: [], dropped: 0 }
  const slots = new Map<number, number>()
  const rows: number[] = []
  const found = new Map<number, Slot>()
  const absent = measure.part.absent ?? Number.NaN
  for (let row = 0; row < table.rows; row += 1) {
    const at = slots.get(keyAt(x, row)) ?? rows.push(row) - 1
    slots.set(keyAt(x, row), at)
    const key = keyAt(split, row)
    const series = found.get(key) ?? { row, values: [] }
    found.set(key, series)
    series.values[at] = numberAt(measure.column, row)
  }
  const all = [...found.values()].map((series) => ({
    label: textAt(split, series.row),
    key: cellAt(split.column, series.row),
    y: rows.map((_, at) => series.values[at] ?? absent),
  }))
  if (all.length <= seriesLimit) return { rows, series: all, dropped: 0 }
  const kept = new Set([...all].sort((a, b) => size(b.y) - size(a.y)).slice(0, seriesLimit))
  return { rows, series: all.filter((series) => kept.has(series)), dropped: all.length - seriesLimit }
}

/** Gives every series of a pivot one style. */
export const styled = (series: Pivot['series'], style: SceneSeries['style']): SceneSeries[] =>
  series.map((each) => ({ ...each, style }))

/** What is said of series left out; null where none were. */
export const noteOfSeries = (dropped: number, split: ResultColumn | null): string | null =>
  dropped > 0 && split
    ? `The ${seriesLimit} largest of ${seriesLimit + dropped} ${plural(inSentence(split.part.label))} are drawn.`
    : null

/** Joins what there is to note into one text; null where there is nothing. */
export function joinNotes(...notes: readonly (string | null)[]): string | null {
  const said = notes.filter((note) => note !== null)
  return said.length > 0 ? said.join(' ') : null
}
