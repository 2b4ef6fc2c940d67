import { gate } from '#core/sql/gate/gate.ts'
import { duckdb } from '#core/sql/dialects/duckdb.ts'
import type { SqlColumn } from '#core/sql/table.ts'
import { columnStatistics } from '#core/table/column-statistics.ts'
import { type Column, isNumberColumn, type Table } from '#core/table/table.ts'
import { startDuck } from '../duck-session.ts'
import { parquetBytes } from '../parquet-bytes.ts'
import { type Database, describe, rowNumber } from './database.ts'

const bounds = { memory: 1024 * 1024 * 1024, work: Number.POSITIVE_INFINITY, seconds: 60 }

/** DuckDB-WASM as the browser and the edge have it: SQL comes written out, and through the gate. */
export async function startDuckDbWasm(): Promise<Database> {
  const session = await startDuck(bounds)
  const tables = new Map<string, number>()
  return {
    title: 'DuckDB-WASM',
    dialect: duckdb,
    takesWritten: true,
    load: async (name, table) => {
      const numbered = withRowNumbers(table)
      const fields = numbered.columns.map(({ name: column, type }) => ({ name: column, type }))
      session.addBytes(name, await parquetBytes([numbered], fields, Math.max(1, table.rows)))
      tables.set(name, table.rows)
      const described = describe(name, table)
      return {
        ...described,
        columns: described.columns.map((one, at) => ({ ...one, unit: 'seconds', ...rangeOf(table.columns[at]) })),
      }
    },
    run: async ({ text }) => {
      const gated = gate(
        text,
        [...tables].map(([name, rows]) => ({ name, rows })),
      )
      if (!gated.ok) throw new Error(gated.error.message)
      const result = await session.run(gated.value, text)
      if (!result.ok) throw new Error(result.error.message)
      return rowsOf(result.value.table)
    },
    close: () => Promise.resolve(),
  }
}

/** What a profile knows of a column of moments. */
function rangeOf(column: Column | undefined): Pick<SqlColumn, 'range'> {
  const { min, max } = column ? columnStatistics(column) : { min: null, max: null }
  return column?.type === 'timestamp' && typeof min === 'number' && typeof max === 'number'
    ? { range: { from: min, to: max } }
    : {}
}

function withRowNumbers({ rows, columns }: Table): Table {
  const numbers: Column = {
    name: rowNumber,
    type: 'integer',
    values: Float64Array.from({ length: rows }, (_, row) => row),
  }
  return { rows, columns: [...columns, numbers] }
}

const rowsOf = ({ rows, columns }: Table): unknown[][] =>
  Array.from({ length: rows }, (_, row) =>
    columns.map((column) => {
      if (!isNumberColumn(column)) return column.dictionary[column.codes[row] ?? -1] ?? null
      const value = column.values[row] ?? Number.NaN
      return Number.isNaN(value) ? null : value
    }),
  )
