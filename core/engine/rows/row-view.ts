import type { SaidCalendar } from '../../query/calendar/calendar.ts'
import { clockOf } from '../../query/calendar/clock.ts'
import type { Filter } from '../../query/filter.ts'
import type { Sort } from '../../query/query.ts'
import type { Source } from '../../table/source.ts'
import type { Column, Table } from '../../table/table.ts'
import { compareText } from '../../table/compare-text.ts'
import { joinTables } from '../join-tables.ts'
import { orderedRows } from '../order/order-rows.ts'
import { scan } from '../scan.ts'
import { fetchRows, type Places } from './fetch-rows.ts'

/** The rows shown and their order; without a sort, file order. */
export type RowChoice = {
  readonly filters: readonly Filter[]
  readonly sort: readonly Sort[]
  /** The calendar that interprets the filters' moments; UTC by default. */
  readonly calendar?: SaidCalendar
}

/** Consecutive rows of the view, and their row numbers in the file, from 0. */
export type Stretch = { readonly table: Table; readonly numbers: Int32Array }

/** Rows filtered and sorted once; later reads fetch any range without scanning again. */
export type RowView = {
  readonly rows: number
  /** Rows `from` (inclusive) to `to` (exclusive), as far as they exist. */
  readonly read: (from: number, to: number, columns: readonly string[]) => Promise<Stretch>
}

/**
 * Filters and sorts the rows of a source; reads only the columns that this needs. Uses four bytes per row, or none
 * without filters and sort. Throws `Cancelled` when the signal aborts.
 */
export async function openRowView(source: Source, choice: RowChoice, signal?: AbortSignal): Promise<RowView> {
  const starts = startsOf(source)
  const all = starts.at(-1) ?? 0
  const isAsItStands = choice.filters.length === 0 && choice.sort.length === 0
  const order = isAsItStands ? null : await orderOf(source, choice, { starts, signal })
  const rows = order === null ? all : order.length
  return {
    rows,
    async read(from, to, columns) {
      const [first, end] = [Math.max(0, Math.min(from, rows)), Math.min(to, rows)]
      const numbers =
        order === null
          ? Int32Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index)
          : order.slice(first, end)
      return { table: await fetchRows(source, columns, placesOf(numbers, starts)), numbers }
    },
  }
}

/** First row number of each row group, followed by the row count. */
function startsOf({ rowGroups }: Source): Int32Array {
  const starts = new Int32Array(rowGroups.length + 1)
  for (const [index, { rows }] of rowGroups.entries()) starts[index + 1] = (starts[index] as number) + rows
  return starts
}

type Ordering = { readonly starts: Int32Array; readonly signal: AbortSignal | undefined }

/** Numbers of the passing rows in sorted order. */
async function orderOf(source: Source, { filters, sort, calendar = {} }: RowChoice, { starts, signal }: Ordering) {
  const names = [...new Set(sort.map(({ by }) => by))]
  const numbers: Int32Array[] = []
  const keys: Table[] = []
  for await (const { group, rows, table } of scan({
    source,
    filters,
    columns: names,
    signal,
    clock: clockOf(calendar),
  })) {
    const start = starts[group] as number
    numbers.push(
      rows === null ? Int32Array.from({ length: table.rows }, (_, row) => start + row) : rows.map((row) => start + row),
    )
    if (names.length > 0) keys.push(table)
  }
  const passing = joined(numbers)
  if (names.length === 0) return passing
  const fields = names.flatMap((name) => source.fields.filter((field) => field.name === name))
  const ranked = joinTables(keys, fields).columns.map(rankedText)
  const orders = sort.flatMap(({ by, direction }) => {
    const column = ranked.find(({ name }) => name === by)
    return column ? [{ column, descending: direction === 'descending' }] : []
  })
  return orderedRows(passing.length, orders, passing.length).map((row) => passing[row] as number)
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Replaces texts by their ranks, so that sorting compares numbers; returns other columns unchanged. */
function rankedText(column: Column): Column {
  if (column.type !== 'text') return column
  const { name, codes, dictionary } = column
  const sorted = Int32Array.from(dictionary.keys()).sort((a, b) =>
    compareText(dictionary[a] as string, dictionary[b] as string),
  )
  const ranks = new Float64Array(dictionary.length)
  for (const [rank, code] of sorted.entries()) ranks[code] = rank
  return {
    name,
    type: 'integer',
    values: Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : (ranks[code] as number))),
  }
}

/** Row group and position of each row number. */
function placesOf(numbers: Int32Array, starts: Int32Array): Places {
  const groups = numbers.map((number) => groupOf(number, starts))
  return { groups, rows: numbers.map((number, index) => number - (starts[groups[index] as number] as number)) }
}

function groupOf(number: number, starts: Int32Array): number {
  let [low, high] = [0, starts.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= number) low = middle
    else high = middle - 1
  }
  return low
}
