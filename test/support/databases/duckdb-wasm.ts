import { gate } from '#core/sql/gate/gate.ts'
import { duckdb } from '#core/sql/dialects/duckdb.ts'
import type { MomentRange } from '#core/sql/table.ts'
import { viewOf } from '#core/sql/view.ts'
import { columnStatistics } from '#core/table/column-statistics.ts'
import { isNumberColumn, type Table } from '#core/table/table.ts'
import { startDuck } from '../duck-session.ts'
import { parquetBytes } from '../parquet-bytes.ts'
import { type Database, fieldsOf, rowNumber, withRowNumbers } from './database.ts'

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
      session.addBytes(name, await parquetBytes([numbered], fieldsOf(numbered), Math.max(1, table.rows)))
      tables.set(name, table.rows)
      return { ...viewOf(name, fieldsOf(table), rangesOf(table)), order: rowNumber }
    },
    run: async ({ text }) => {
      const gated = gate(
        text,
        [...tables].map(([name, rows]) => ({ name, rows })),
      )
      if (!gated.ok) throw new Error(gated.error.message)
      const result = await session.run(gated.value, { sql: text })
      if (!result.ok) throw new Error(result.error.message)
      return rowsOf(result.value.table)
    },
    close: () => Promise.resolve(),
  }
}

/** What a profile knows of columns of moments. One without a value is as short as can be. */
const rangesOf = ({ columns }: Table): Record<string, MomentRange> =>
  Object.fromEntries(
    columns
      .filter(({ type }) => type === 'timestamp')
      .map((column): [string, MomentRange] => {
        const { min, max } = columnStatistics(column)
        const isKnown = typeof min === 'number' && typeof max === 'number'
        return [column.name, isKnown ? { from: min, to: max } : { from: 0, to: 0 }]
      }),
  )

const rowsOf = ({ rows, columns }: Table): unknown[][] =>
  Array.from({ length: rows }, (_, row) =>
    columns.map((column) => {
      if (!isNumberColumn(column)) return column.dictionary[column.codes[row] ?? -1] ?? null
      const value = column.values[row] ?? Number.NaN
      return Number.isNaN(value) ? null : value
    }),
  )
