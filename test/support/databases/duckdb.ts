import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { duckdb } from '#core/sql/dialects/duckdb.ts'
import { parquetBytes } from '../parquet-bytes.ts'
import { type Database, describe, fieldsOf, inDatabase } from './database.ts'

/** Native DuckDB over the Parquet files that Edgewise writes; durations are seconds there. */
export async function startDuckDb(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-duckdb-'))
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  let loads = 0
  return {
    title: 'DuckDB',
    dialect: duckdb,
    load: async (name, table) => {
      // DuckDB keeps parts of files it has read, and takes one that is soon written over for the same.
      const file = join(folder, `${name}-${loads++}.parquet`)
      const own = inDatabase(table)
      writeFileSync(file, await parquetBytes([own], fieldsOf(own), Math.max(1, table.rows)))
      await connection.run(`CREATE OR REPLACE TABLE ${duckdb.quote(name)} AS SELECT * FROM read_parquet('${file}')`)
      rmSync(file)
      const described = describe(name, table)
      return { ...described, columns: described.columns.map((one) => ({ ...one, unit: 'seconds' })) }
    },
    run: async ({ text, values }) => (await connection.runAndReadAll(text, [...values])).getRowsJson() as unknown[][],
    close: () => {
      connection.closeSync()
      instance.closeSync()
      rmSync(folder, { recursive: true })
      return Promise.resolve()
    },
  }
}
