import type { Dialect } from '#core/sql/dialects/dialect.ts'
import type { Statement } from '#core/sql/render.ts'
import type { SqlColumn, SqlTable } from '#core/sql/table.ts'
import { type Cell, type Column, type ColumnType, type Field, isNumberColumn, type Table } from '#core/table/table.ts'

/** A real database, started for tests. */
export type Database = {
  readonly title: string
  readonly dialect: Dialect
  /** Is it given SQL with its values written in, as a person would write it? */
  readonly takesWritten?: true
  /** Makes a table of this name anew, with a column that numbers its rows. */
  readonly load: (name: string, table: Table) => Promise<SqlTable>
  /** Rows of values in the order of the columns. */
  readonly run: (statement: Statement) => Promise<unknown[][]>
  readonly close: () => Promise<void>
}

export const rowNumber = 'row_number'

export const fieldsOf = ({ columns }: Table): Field[] => columns.map(({ name, type }) => ({ name, type }))

/** How a table's columns are described to `core/sql`. */
export function describe(name: string, table: Table, own: Partial<SqlColumn> = {}): SqlTable {
  const names = columnNames(table)
  const columns = table.columns.map(({ name: column, type }, at) => ({
    name: column,
    type,
    column: names[at] ?? '',
    ...own,
  }))
  return { path: [name], columns, order: rowNumber }
}

/** What columns are called in a database: their names where any database could call them so. */
function columnNames({ columns }: Table): readonly string[] {
  const taken = new Set([rowNumber])
  return columns.map(({ name }, at) => {
    const lower = name.toLowerCase()
    const isPlain = /^[a-z_]{1,40}$/.test(lower) && !taken.has(lower)
    taken.add(lower)
    return isPlain ? name : `column_${at}`
  })
}

/** The same table, its columns called as in a database, and its rows numbered. */
export function inDatabase(table: Table): Table {
  const names = columnNames(table)
  const columns = table.columns.map((column, at) => ({ ...column, name: names[at] ?? '' }))
  return withRowNumbers({ ...table, columns })
}

export function withRowNumbers({ rows, columns }: Table): Table {
  const values = Float64Array.from({ length: rows }, (_, row) => row)
  return { rows, columns: [...columns, { name: rowNumber, type: 'integer', values }] }
}

/** Values as drivers take them: moments as ISO text in UTC, without a zone. */
function valueAt(column: Column, row: number): Cell {
  if (!isNumberColumn(column)) return column.dictionary[column.codes[row] ?? -1] ?? null
  const value = column.values[row] ?? Number.NaN
  if (Number.isNaN(value)) return null
  if (column.type === 'date') return new Date(value).toISOString().slice(0, 10)
  if (column.type === 'timestamp') return new Date(value).toISOString().replace('T', ' ').replace('Z', '')
  return column.type === 'boolean' ? value === 1 : value
}

/** Statements that make a table and fill it, some rows at a time. */
export function insertions(
  name: string,
  table: Table,
  { dialect, types }: { readonly dialect: Dialect; readonly types: Record<ColumnType, string> },
): { readonly create: string; readonly inserts: readonly { readonly text: string; readonly values: Cell[] }[] } {
  const { rows, columns } = inDatabase(table)
  const declared = columns.map((column) => `${dialect.quote(column.name)} ${types[column.type]}`)
  const rowsAtATime = Math.floor(30_000 / columns.length)
  const inserts = Array.from({ length: Math.ceil(rows / rowsAtATime) }, (_, batch) => {
    const from = batch * rowsAtATime
    const count = Math.min(rows - from, rowsAtATime)
    const values = Array.from({ length: count }, (_, at) => columns.map((column) => valueAt(column, from + at))).flat()
    let position = 0
    const placeholder = (): string => (dialect.title === 'PostgreSQL' ? `$${(position += 1)}` : '?')
    const tuples = Array.from({ length: count }, () => `(${columns.map(placeholder).join(', ')})`)
    return { text: `INSERT INTO ${dialect.quote(name)} VALUES ${tuples.join(', ')}`, values }
  })
  return { create: `CREATE TABLE ${dialect.quote(name)} (${declared.join(', ')})`, inserts }
}
