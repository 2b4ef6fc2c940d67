import type { TextRow } from '../rows/block-writer.ts'
import type { SheetCell, SheetRow } from './workbook.ts'

export type CellText = (cell: SheetCell) => string | null

/** The cells of a row as text, by their column. */
export function textRow({ cells }: SheetRow, textOf: CellText): TextRow {
  const row: (string | null)[] = []
  for (const cell of cells) {
    while (row.length < cell.column) row.push(null)
    row[cell.column] = textOf(cell)
  }
  return row
}
