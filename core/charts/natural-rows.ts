import { takeRows } from '../engine/take-rows.ts'
import { naturalRanks } from '../semantic/natural-order.ts'
import { cellAt } from '../table/table.ts'
import type { ChartData } from './chart.ts'
import { dimensionsOf, distinctIn, type ResultColumn } from './result-columns.ts'

/** The place of each text in the order of its column, which the model knows or the texts tell; null where there is none. */
export function ranksOf({ part }: Pick<ResultColumn, 'part'>, texts: readonly string[]): readonly number[] | null {
  const { order } = part
  if (order === undefined) return naturalRanks(texts)
  const places = new Map(order.map((text, at) => [text, at]))
  return order.length === 0 ? null : texts.map((text) => places.get(text) ?? order.length)
}

/** The order of these rows by what stands in a text column: weekdays, sizes, ranges; null where they stay as they are. */
export function naturalOrder(column: ResultColumn, rows: readonly number[]): readonly number[] | null {
  if (column.column.type !== 'text' || column.part.isSorted) return null
  const cells = rows.map((row) => cellAt(column.column, row))
  const texts = cells.filter((cell) => cell !== null && cell !== '').map(String)
  const ranks = ranksOf(column, texts)
  if (ranks === null) return null
  const rankOf = new Map(texts.map((text, at) => [text, ranks[at] ?? 0]))
  const rank = (at: number): number => rankOf.get(String(cells[at])) ?? Infinity
  return rows.map((_, at) => at).sort((a, b) => (rank(a) === rank(b) ? a - b : rank(a) - rank(b)))
}

/** No order that people know has more steps than this. */
const mostSteps = 100

/** The rows of a result that nobody sorted, in the natural order of its first group, so that tables have it too. */
export function inNaturalRows(data: ChartData): ChartData {
  const [first] = dimensionsOf(data)
  const { rows, columns } = data.table
  if (first?.column.type !== 'text' || distinctIn(data, first.column, mostSteps + 1) > mostSteps) return data
  const order = naturalOrder(
    first,
    Array.from({ length: rows }, (_, row) => row),
  )
  if (order === null || order.every((row, at) => row === at)) return data
  const places = Int32Array.from(order)
  return { ...data, table: { rows, columns: columns.map((column) => takeRows(column, places)) } }
}
