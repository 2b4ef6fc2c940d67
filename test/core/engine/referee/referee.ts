import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { roundWidth } from '#core/engine/keys/bin-key.ts'
import { type Dimension, nameOfDimension } from '#core/query/dimension.ts'
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
  await connection.run('LOAD icu')
  const rows = async (sql: string): Promise<Cell[][]> => (await connection.runAndReadAll(sql)).getRowsJson() as Cell[][]
  return {
    load: (bytes) => load(connection, join(folder, 'table.parquet'), bytes),
    rows,
    answer: async (query, fields) => rows(queryToSql(await withBinWidths(query, fields, rows), fields)),
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

/** The widths of a Query's bins, from the range of its rows; afterwards it is plain. */
async function withBinWidths(query: Query, fields: readonly Field[], rows: Referee['rows']): Promise<Query> {
  const dimensions: Dimension[] = []
  for (const { bins, ...dimension } of query.dimensions) {
    const { column } = dimension
    if (bins === undefined) {
      dimensions.push(dimension)
      continue
    }
    const measures: Query['measures'] = [
      { aggregate: 'min', column },
      { aggregate: 'max', column },
    ]
    const range = { ...query, dimensions: [], having: [], sort: [], offset: 0, limit: 1, measures }
    const [[min, max] = []] = await rows(queryToSql(range, fields))
    const [low, high] = [Number(min ?? Infinity), Number(max ?? -Infinity)]
    const isDuration = fields.some(({ name, type }) => name === column && type === 'duration')
    const binWidth = isDuration ? durationStep((high - low) / bins) : roundWidth({ min: low, max: high }, bins, true)
    dimensions.push({ ...dimension, binWidth, as: nameOfDimension({ ...dimension, bins }) })
  }
  return { ...query, dimensions }
}
