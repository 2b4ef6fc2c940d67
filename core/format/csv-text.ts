import { type Cell, cellAt, type Column, type Table } from '../table/table.ts'

const needsQuotes = /[",\r\n]|^\s|\s$/

/** One cell as RFC 4180 writes it; a null is nothing at all. */
const csvCell = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell)
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvRecord = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\n`

/**
 * A batch as CSV; `instead` has the texts of cells that are null only because they did not fit, `beyond` the cells of a
 * row that have no column.
 */
export function csvRecords(
  table: Table,
  instead: ReadonlyMap<string, string>,
  beyond: ReadonlyMap<number, readonly string[]> = new Map(),
): string {
  const lines: string[] = []
  for (let row = 0; row < table.rows; row++) {
    const cells = table.columns.map((column, place) => writtenCell(column, row, instead.get(`${row} ${place}`)))
    // A single empty cell would be an empty line, which readers pass over.
    lines.push(cells.length === 1 && cells[0] === null ? '""\n' : csvRecord([...cells, ...(beyond.get(row) ?? [])]))
  }
  return lines.join('')
}

const writtenCell = (column: Column, row: number, odd: string | undefined): Cell => odd ?? cellAt(column, row)
