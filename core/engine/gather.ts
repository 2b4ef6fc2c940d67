import type { Column } from '../table/table.ts'

/** A column's values at these row numbers, in their order; -1 yields null. */
export function gather(column: Column, rows: Int32Array): Column {
  if (column.type === 'text') {
    const { codes } = column
    return { ...column, codes: rows.map((row) => (row < 0 ? -1 : (codes[row] as number))) }
  }
  const values = new Float64Array(rows.length)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number
    values[index] = row < 0 ? Number.NaN : (column.values[row] as number)
  }
  return { ...column, values }
}
