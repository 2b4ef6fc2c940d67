import type { Table } from './table.ts'

/** Rows `from` (inclusive) to `to` (exclusive, default: the end). Arrays are shared, not copied. */
export function sliceTable({ rows, columns }: Table, from: number, to: number): Table {
  const [start, end] = [Math.min(rows, from), Math.min(rows, to)]
  return {
    rows: end - start,
    columns: columns.map((column) =>
      column.type === 'text'
        ? { ...column, codes: column.codes.subarray(start, end) }
        : { ...column, values: column.values.subarray(start, end) },
    ),
  }
}
