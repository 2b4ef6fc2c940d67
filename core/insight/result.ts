import type { Cell, Table } from '../table/table.ts'
import { cellAt, findColumn } from '../table/table.ts'

/** The cells of a column of a result; none where the column is missing. */
export function cellsOf(table: Table, name: string): readonly Cell[] {
  const column = findColumn(table, name)
  return column ? Array.from({ length: table.rows }, (_, row) => cellAt(column, row)) : []
}

/** The numbers of a column of a result; NaN for what is unknown. */
export const numbersOf = (table: Table, name: string): readonly number[] =>
  cellsOf(table, name).map((cell) => (typeof cell === 'number' ? cell : Number.NaN))

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
