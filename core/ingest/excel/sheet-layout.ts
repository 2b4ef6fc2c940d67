import { hasHeader } from '../csv/detect-header.ts'
import type { TextRow } from '../rows/block-writer.ts'

/** Where the table of a sheet begins. */
export type SheetLayout = {
  /** Names by place; none where no row holds them. */
  readonly headers: readonly string[]
  /** Rows that have cells and stand before the first row of values: the header and what is above it. */
  readonly skipped: number
  /** What stands above the table, such as its title. */
  readonly above: readonly string[]
}

const rowsAbove = 20

const filled = (row: TextRow): number => row.filter((text) => text !== null && text.trim() !== '').length

/** A title is a row of far fewer cells than the rows below it have. */
function firstRowOfTable(rows: readonly TextRow[]): number {
  const widths = rows.map(filled)
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1
  if (usual < 3) return 0
  const first = widths.slice(0, rowsAbove).findIndex((width) => width * 2 >= usual)
  return Math.max(0, first)
}

/** Finds a sheet's header among its first rows. */
export function layOutSheet(rows: readonly TextRow[]): SheetLayout {
  const start = firstRowOfTable(rows)
  const table = rows.slice(start)
  const width = table.reduce((most, row) => Math.max(most, row.length), 0)
  const left = Math.min(...table.map((row) => row.findIndex((text) => text !== null)).filter((place) => place >= 0))
  const records = table.map((row) => Array.from({ length: width }, (_, place) => row[place] ?? ''))
  const isHeader = hasHeader(records.map((record) => record.slice(Math.max(0, left))))
  return {
    headers: isHeader ? (records[0] ?? []) : [],
    skipped: start + (isHeader ? 1 : 0),
    above: rows.slice(0, start).map((row) => row.filter((text) => text !== null && text !== '').join(' ')),
  }
}
