import { writeCell } from '../charts/write-cell.ts'
import { csvRecord } from '../format/csv-text.ts'
import { type CsvReader, safeCell } from '../format/safe-cell.ts'
import type { Cell } from '../table/table.ts'
import type { Sheet, SheetColumn } from './sheet.ts'

const totalWord = 'Total'

/** A value of a dimension that stands across, as people read it. */
const spelled = (cell: Cell, column: Sheet['across'][number] | undefined): string => {
  if (cell === null) return '(empty)'
  if (!column) return String(cell)
  return writeCell(cell, column)
}

/** A column's head in one line: `North · Total revenue`. */
function headOf({ label, name, kind, across, isTotal }: SheetColumn, sheet: Sheet): string {
  const own = label ?? name
  if (kind === 'group' || sheet.across.length === 0) return own
  const values = sheet.columns.filter((column) => column.kind === 'value')
  const isOnly = new Set(values.map(({ result }) => result)).size < 2
  const above = isTotal ? totalWord : (across ?? []).map((cell, at) => spelled(cell, sheet.across[at])).join(' · ')
  return isOnly ? above : `${above} · ${own}`
}

/** A sheet as records: its heads, its rows, and its totals last, all as values and not as they are written on screen. */
export function recordsOf(sheet: Sheet): readonly (readonly Cell[])[] {
  const heads = sheet.columns.map((column) => headOf(column, sheet))
  if (!sheet.totals) return [heads, ...sheet.rows]
  const totals = sheet.totals.map((cell, at) => (at === 0 && sheet.columns[0]?.kind === 'group' ? totalWord : cell))
  return [heads, ...sheet.rows, totals]
}

/** A sheet as CSV. */
export const csvOfSheet = (sheet: Sheet, reader: CsvReader): string =>
  recordsOf(sheet)
    .map((record) => csvRecord(record, reader))
    .join('')

/** A cell as spreadsheets take it from the clipboard; tabs and line ends within it would part it. */
const pasted = (cell: Cell): string => {
  const text = String(cell ?? '').replaceAll(/[\t\r\n]+/g, ' ')
  return typeof cell === 'string' ? safeCell(text) : text
}

/** A sheet as text between tabs, to be pasted into a spreadsheet. */
export const tsvOfSheet = (sheet: Sheet): string =>
  recordsOf(sheet)
    .map((record) => record.map(pasted).join('\t'))
    .join('\n')
