import { writeDuration } from './duration.ts'

/**
 * The meaning of a column, which also decides its storage: dictionary codes for `text`, 64-bit floats for every other
 * type.
 */
export const columnTypes = ['boolean', 'integer', 'decimal', 'date', 'timestamp', 'duration', 'text'] as const
export type ColumnType = (typeof columnTypes)[number]

export type Field = { readonly name: string; readonly type: ColumnType }

/**
 * Numbers, booleans (0 or 1), moments and durations. Null is NaN. `date` and `timestamp` are milliseconds since
 * 1970-01-01T00:00Z; a date is midnight UTC. `duration` is in milliseconds.
 */
export type NumberColumn = {
  readonly name: string
  readonly type: Exclude<ColumnType, 'text'>
  readonly values: Float64Array
}

/** Text: `dictionary[codes[row]]`. Null is code -1. A dictionary contains no duplicates. */
export type TextColumn = {
  readonly name: string
  readonly type: 'text'
  readonly codes: Int32Array
  readonly dictionary: readonly string[]
}

export type Column = NumberColumn | TextColumn

/** Columns of equal length: what readers yield, row groups contain, engines return and charts draw. */
export type Table = { readonly rows: number; readonly columns: readonly Column[] }

/**
 * One value for JSON and display. Moments are ISO text: `2024-03-01` or `2024-03-01T09:30:00Z`; durations are clocks:
 * `1:30:00`.
 */
export type Cell = string | number | boolean | null

export const isNumberColumn = (column: Column): column is NumberColumn => column.type !== 'text'

export const findColumn = (table: Table, name: string): Column | undefined =>
  table.columns.find((column) => column.name === name)

/** The value in one row. */
export function cellAt(column: Column, row: number): Cell {
  if (column.type === 'text') return column.dictionary[column.codes[row] ?? -1] ?? null
  const value = column.values[row] ?? Number.NaN
  if (Number.isNaN(value)) return null
  switch (column.type) {
    case 'boolean':
      return value === 1
    case 'date':
      return new Date(value).toISOString().slice(0, 10)
    case 'timestamp':
      return new Date(value).toISOString().replace('.000Z', 'Z')
    case 'duration':
      return writeDuration(value)
    case 'integer':
    case 'decimal':
      return value
  }
}

/** All rows as objects, for JSON and tests; too slow for large tables. */
export function toRows(table: Table): Record<string, Cell>[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map((column) => [column.name, cellAt(column, row)])),
  )
}
