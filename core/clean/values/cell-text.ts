import { cellAt, type Column, type ColumnType } from '../../table/table.ts'
import type { Cells } from '../rows.ts'

/** A cell as text: an odd cell's text, moments as ISO text; null if empty. */
export function textOfCell({ column, odd }: Cells, row: number): string | null {
  const cell = cellAt(column, row)
  return cell === null ? (odd.get(row) ?? null) : String(cell)
}

/** Formats a value as its column would write it. */
export function textOfValue(type: Exclude<ColumnType, 'text'>, value: number): string {
  const column: Column = { name: '', type, values: Float64Array.of(value) }
  return String(cellAt(column, 0) ?? '')
}
