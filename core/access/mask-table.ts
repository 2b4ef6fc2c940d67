import type { KindId } from '../semantic/kinds/registry.ts'
import { cellAt, type Column, type Table, type TextColumn } from '../table/table.ts'
import { maskCell } from './mask.ts'

function maskColumn(column: Column, rows: number, kind: KindId): TextColumn {
  const places = new Map<string, number>()
  const codes = new Int32Array(rows)
  for (let row = 0; row < rows; row++) {
    const cell = maskCell(cellAt(column, row), kind)
    const text = cell === null ? null : String(cell)
    if (text !== null && !places.has(text)) places.set(text, places.size)
    codes[row] = text === null ? -1 : (places.get(text) ?? -1)
  }
  return { name: column.name, type: 'text', codes, dictionary: [...places.keys()] }
}

/** Masks the values of some columns. Rows that become equal stay separate. */
export const maskTable = (table: Table, masks: ReadonlyMap<string, KindId>): Table =>
  masks.size === 0
    ? table
    : {
        rows: table.rows,
        columns: table.columns.map((column) => {
          const kind = masks.get(column.name)
          return kind === undefined ? column : maskColumn(column, table.rows, kind)
        }),
      }
