import { type Column, findColumn, type Table } from '../table/table.ts'
import type { Mask } from './filters/mask.ts'

/** Positions of the passing rows, or null if all rows pass. */
export function passingRows(mask: Mask): Int32Array | null {
  // One element longer than the mask, because the loop writes past the last passing row.
  const rows = new Int32Array(mask.length + 1)
  let count = 0
  for (let row = 0; row < mask.length; row++) {
    rows[count] = row
    count += mask[row] as number
  }
  return count === mask.length ? null : rows.subarray(0, count)
}

/** The column reduced to `rows`, in their order. */
export function takeRows(column: Column, rows: Int32Array): Column {
  return column.type === 'text'
    ? { ...column, codes: takeCodes(column.codes, rows) }
    : { ...column, values: takeNumbers(column.values, rows) }
}

/** Gathers numbers by position; position -1 yields null. */
export function takeCodes(codes: Int32Array, rows: Int32Array): Int32Array {
  const taken = new Int32Array(rows.length)
  for (let index = 0; index < rows.length; index++) taken[index] = codes[rows[index] as number] as number
  return taken
}

function takeNumbers(values: Float64Array, rows: Int32Array): Float64Array {
  const taken = new Float64Array(rows.length)
  for (let index = 0; index < rows.length; index++) taken[index] = values[rows[index] as number] as number
  return taken
}

/** Some columns of a table, reduced to `rows`; null keeps all rows. */
export function takeTable(table: Table, names: readonly string[], rows: Int32Array | null): Table {
  const columns = names.map((name) => {
    const column = findColumn(table, name)
    if (!column) throw new Error(`Column ${name} was not read`)
    return rows ? takeRows(column, rows) : column
  })
  return { rows: rows ? rows.length : table.rows, columns }
}
