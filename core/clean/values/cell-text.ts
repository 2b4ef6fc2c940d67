import { cellAt, type Column, type ColumnType } from '../../table/table.ts'
import type { Cells } from '../rows.ts'

/** What a cell holds, as text: the text of an odd cell, moments as ISO text; null for nothing. */
export function textOfCell({ column, odd }: Cells, row: number): string | null {
  const cell = cellAt(column, row)
  return cell === null ? (odd.get(row) ?? null) : String(cell)
}

/** A value as its column would write it. */
export function textOfValue(type: Exclude<ColumnType, 'text'>, value: number): string {
  const column: Column = { name: '', type, values: Float64Array.of(value) }
  return String(cellAt(column, 0) ?? '')
}
