import { type Cell, cellAt, type Column, type Table } from '../table/table.ts'
import { type CsvReader, safeCell } from './safe-cell.ts'

const needsQuotes = /[",\r\n]|^\s|\s$/

/** Formats one cell by RFC 4180; null is empty. */
const csvCell = (cell: Cell, reader: CsvReader): string => {
  const text = typeof cell === 'string' && reader === 'spreadsheet' ? safeCell(cell) : String(cell ?? '')
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvRecord = (cells: readonly Cell[], reader: CsvReader = 'program'): string =>
  `${cells.map((cell) => csvCell(cell, reader)).join(',')}\n`

type Beside = {
  /** Original texts of cells that are null because they did not fit their column. */
  readonly instead?: ReadonlyMap<string, string>
  /** Cells beyond the last column. */
  readonly beyond?: ReadonlyMap<number, readonly string[]>
  readonly reader?: CsvReader
}

/** Formats a batch as CSV. */
export function csvRecords(
  table: Table,
  { instead = new Map(), beyond = new Map(), reader = 'program' }: Beside = {},
): string {
  const lines: string[] = []
  for (let row = 0; row < table.rows; row++) {
    const cells = table.columns.map((column, place) => writtenCell(column, row, instead.get(`${row} ${place}`)))
    // A record of one empty cell would be an empty line, which readers skip.
    lines.push(
      cells.length === 1 && cells[0] === null ? '""\n' : csvRecord([...cells, ...(beyond.get(row) ?? [])], reader),
    )
  }
  return lines.join('')
}

const writtenCell = (column: Column, row: number, odd: string | undefined): Cell => odd ?? cellAt(column, row)
