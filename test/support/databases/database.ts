import type { Dialect } from '#core/sql/dialects/dialect.ts'
import type { Statement } from '#core/sql/render.ts'
import type { SqlColumn, SqlTable } from '#core/sql/table.ts'
import { type Cell, type Column, type ColumnType, isNumberColumn, type Table } from '#core/table/table.ts'

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

/** How a table's columns are described to `core/sql`. */
export const describe = (name: string, { columns }: Table, own: Partial<SqlColumn> = {}): SqlTable => ({
  path: [name],
  columns: columns.map(({ name: column, type }) => ({ name: column, type, ...own })),
  order: rowNumber,
})

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
  { rows, columns }: Table,
  { dialect, types }: { readonly dialect: Dialect; readonly types: Record<ColumnType, string> },
): { readonly create: string; readonly inserts: readonly { readonly text: string; readonly values: Cell[] }[] } {
  const quoted = [...columns.map((column) => column.name), rowNumber].map(dialect.quote)
  const declared = [...columns.map(({ type }) => types[type]), types.integer]
  const create = `CREATE TABLE ${dialect.quote(name)} (${quoted.map((column, at) => `${column} ${declared[at]}`).join(', ')})`
  const rowsAtATime = Math.max(1, Math.floor(30_000 / quoted.length))
  const inserts = Array.from({ length: Math.ceil(rows / rowsAtATime) }, (_, batch) => {
    const from = batch * rowsAtATime
    const count = Math.min(rows - from, rowsAtATime)
    const values = Array.from({ length: count }, (_, at) => [
      ...columns.map((column) => valueAt(column, from + at)),
      from + at,
    ]).flat()
    let position = 0
    const placeholder = (): string => (dialect.title === 'PostgreSQL' ? `$${(position += 1)}` : '?')
    const tuples = Array.from({ length: count }, () => `(${quoted.map(placeholder).join(', ')})`)
    return { text: `INSERT INTO ${dialect.quote(name)} VALUES ${tuples.join(', ')}`, values }
  })
  return { create, inserts }
}
