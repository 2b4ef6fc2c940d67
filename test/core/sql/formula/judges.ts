import { DatabaseSync } from 'node:sqlite'
import { DuckDBInstance } from '@duckdb/node-api'
import { dialects } from '#core/sql/dialects/registry.ts'
import { type Column, isNumberColumn, type Table } from '#core/table/table.ts'
import type { Judge } from './compare.ts'

export type Running = Judge & { readonly close: () => void }

/** A value as every driver takes it: moments as ISO text in UTC, without a zone. */
function valueAt(column: Column, row: number): string | number | null {
  if (!isNumberColumn(column)) return column.dictionary[column.codes[row] ?? -1] ?? null
  const value = column.values[row] ?? Number.NaN
  if (Number.isNaN(value)) return null
  if (column.type === 'date') return new Date(value).toISOString().slice(0, 10)
  return column.type === 'timestamp' ? new Date(value).toISOString().replace('T', ' ').replace('Z', '') : value
}

const rowsOf = ({ rows, columns }: Table): (string | number | null)[][] =>
  Array.from({ length: rows }, (_, row) => [...columns.map((column) => valueAt(column, row)), row])

const createTable = ({ columns }: Table, types: Readonly<Record<string, string>>): string =>
  `CREATE TABLE t (${[...columns.map(({ name, type }) => `"${name}" ${types[type]}`), 'row_number INTEGER'].join(', ')})`

const tuple = ({ columns }: Table): string => `(${[...columns, null].map(() => '?').join(', ')})`

/** SQLite as Node has it. */
export function sqliteJudge(table: Table): Promise<Running> {
  const database = new DatabaseSync(':memory:')
  const [integer, real, text] = ['INTEGER', 'REAL', 'TEXT']
  const types = { text, date: text, timestamp: text, boolean: integer, integer, decimal: real, duration: real }
  database.exec(createTable(table, types))
  const insertion = database.prepare(`INSERT INTO t VALUES ${tuple(table)}`)
  for (const row of rowsOf(table)) insertion.run(...row)
  const known = (value: string | number | boolean) => (typeof value === 'boolean' ? Number(value) : value)
  return Promise.resolve({
    id: 'sqlite',
    durationUnit: 1,
    run: ({ text: statement, values }) => {
      const prepared = database.prepare(statement)
      prepared.setReturnArrays(true)
      return Promise.resolve(prepared.all(...values.map(known)) as unknown as unknown[][])
    },
    close: () => database.close(),
  })
}

/** Native DuckDB. */
export async function duckdbJudge(table: Table): Promise<Running> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const types = {
    text: 'VARCHAR',
    date: 'DATE',
    timestamp: 'TIMESTAMP',
    boolean: 'BOOLEAN',
    integer: 'BIGINT',
    decimal: 'DOUBLE',
    duration: 'DOUBLE',
  }
  await connection.run(createTable(table, types))
  const casts = [...table.columns.map(({ type }) => `CAST(? AS ${types[type]})`), 'CAST(? AS INTEGER)']
  // Its driver takes whole numbers for integers, however large.
  const written = rowsOf(table).map((row) => row.map((value) => (typeof value === 'number' ? String(value) : value)))
  for (const row of written) await connection.run(`INSERT INTO t VALUES (${casts.join(', ')})`, row)
  return {
    id: 'duckdb',
    durationUnit: 1,
    run: async ({ text, values }) => (await connection.runAndReadAll(text, [...values])).getRowsJson() as unknown[][],
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** What is known to differ, and told in the rules: SQLite knows the case of A to Z alone. */
export const asJudged = (formula: string, { id }: Judge): string =>
  dialects[id].text.lowersOnlyAscii ? formula.replaceAll('ë', 'e').replaceAll('é', 'e') : formula
