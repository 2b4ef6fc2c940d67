import { emptyText } from '../format/empty.ts'
import { writeCell } from '../charts/write-cell.ts'
import { csvRecord } from '../format/csv-text.ts'
import { type CsvReader, safeCell } from '../format/safe-cell.ts'
import type { Cell } from '../table/table.ts'
import type { Sheet, SheetColumn } from './sheet.ts'

const totalWord = 'Total'

/** A formatted value of a column dimension. */
const spelled = (cell: Cell, column: Sheet['across'][number] | undefined): string => {
  if (cell === null) return emptyText
  if (!column) return String(cell)
  return writeCell(cell, column)
}

/** A column's header in one line: `North · Total revenue`. */
function headOf({ label, name, kind, across, isTotal }: SheetColumn, sheet: Sheet): string {
  const own = label ?? name
  if (kind === 'group' || sheet.across.length === 0) return own
  const values = sheet.columns.filter((column) => column.kind === 'value')
  const isOnly = new Set(values.map(({ result }) => result)).size < 2
  const above = isTotal ? totalWord : (across ?? []).map((cell, at) => spelled(cell, sheet.across[at])).join(' · ')
  return isOnly ? above : `${above} · ${own}`
}

/** A sheet as records: header, rows and totals, as raw values. */
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

/** A cell for the clipboard; replaces tabs and line breaks. */
const pasted = (cell: Cell): string => {
  const text = String(cell ?? '').replaceAll(/[\t\r\n]+/g, ' ')
  return typeof cell === 'string' ? safeCell(text) : text
}

/** A sheet as tab-separated text for spreadsheets. */
export const tsvOfSheet = (sheet: Sheet): string =>
  recordsOf(sheet)
    .map((record) => record.map(pasted).join('\t'))
    .join('\n')
