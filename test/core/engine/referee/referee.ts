import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { roundWidth } from '#core/engine/keys/bin-key.ts'
import type { Query } from '#core/query/query.ts'
import { durationStep } from '#core/table/duration.ts'
import type { Cell, Field } from '#core/table/table.ts'
import { queryToSql } from './query-to-sql.ts'

/** Native DuckDB, as the judge of numbers; durations are milliseconds to it, and seconds in the file. */
export type Referee = {
  readonly load: (bytes: Uint8Array) => Promise<void>
  readonly rows: (sql: string) => Promise<Cell[][]>
  readonly answer: (query: Query, fields: readonly Field[]) => Promise<Cell[][]>
  readonly close: () => void
}

export async function createReferee(): Promise<Referee> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-referee-'))
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const rows = async (sql: string): Promise<Cell[][]> => (await connection.runAndReadAll(sql)).getRowsJson() as Cell[][]
  return {
    load: (bytes) => load(connection, join(folder, 'table.parquet'), bytes),
    rows,
    answer: async (query, fields) =>
      rows(queryToSql(query, { fields, binWidths: await binWidths(query, fields, rows) })),
    close: () => {
      connection.closeSync()
      instance.closeSync()
      rmSync(folder, { recursive: true })
    },
  }
}

async function load(connection: DuckDBConnection, file: string, bytes: Uint8Array): Promise<void> {
  writeFileSync(file, bytes)
  await connection.run(
    `CREATE OR REPLACE TABLE t AS SELECT * REPLACE ((took * 1000)::DOUBLE AS took), file_row_number AS row_number FROM read_parquet('${file}', file_row_number = true)`,
  )
}

async function binWidths(query: Query, fields: readonly Field[], rows: Referee['rows']): Promise<(number | null)[]> {
  const widths: (number | null)[] = []
  for (const { column, bins } of query.dimensions) {
    const sql = queryToSql(
      {
        ...query,
        dimensions: [],
        sort: [],
        offset: 0,
        limit: 1,
        measures: [
          { aggregate: 'min', column },
          { aggregate: 'max', column },
        ],
      },
      { fields, binWidths: [] },
    )
    const [[min, max] = []] = bins === undefined ? [] : await rows(sql)
    const range = { min: Number(min ?? Infinity), max: Number(max ?? -Infinity) }
    const isDuration = fields.some(({ name, type }) => name === column && type === 'duration')
    const width = (parts: number): number =>
      isDuration ? durationStep((range.max - range.min) / parts) : roundWidth(range, parts, true)
    widths.push(bins === undefined ? null : width(bins))
  }
  return widths
}
