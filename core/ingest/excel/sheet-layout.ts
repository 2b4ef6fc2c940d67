import type { ReadChoices } from '../choices.ts'
import { headerRowsOf, namesIn } from '../csv/find-header.ts'
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

/** A row that has cells, with its place in the sheet from 0. */
export type SampleRow = { readonly row: number; readonly cells: TextRow }

const rowsAbove = 20

const filled = ({ cells }: SampleRow): number => cells.filter((text) => text !== null && text.trim() !== '').length

/** A title is a row of far fewer cells than the rows below it have. */
function firstRowOfTable(rows: readonly SampleRow[]): number {
  const widths = rows.map(filled)
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1
  if (usual < 3) return 0
  const first = widths.slice(0, rowsAbove).findIndex((width) => width * 2 >= usual)
  return Math.max(0, first)
}

/** Where the table begins: after the rows that were to be skipped, else below its title. */
function startOf(rows: readonly SampleRow[], { skippedLines }: ReadChoices): number {
  if (skippedLines === undefined) return firstRowOfTable(rows)
  const first = rows.findIndex(({ row }) => row >= skippedLines)
  return first < 0 ? rows.length : first
}

/** Finds a sheet's header among its first rows. */
export function layOutSheet(rows: readonly SampleRow[], choices: ReadChoices = {}): SheetLayout {
  const start = startOf(rows, choices)
  const table = rows.slice(start).map(({ cells }) => cells)
  const width = table.reduce((most, row) => Math.max(most, row.length), 0)
  const left = Math.min(...table.map((row) => row.findIndex((text) => text !== null)).filter((place) => place >= 0))
  const records = table.map((row) => Array.from({ length: width }, (_, place) => row[place] ?? ''))
  const count = headerRowsOf(
    records.map((record) => record.slice(Math.max(0, left))),
    choices,
  )
  return {
    headers: namesIn(records.slice(0, count)),
    skipped: start + count,
    above: rows.slice(0, start).map(({ cells }) => cells.filter((text) => text !== null && text !== '').join(' ')),
  }
}
