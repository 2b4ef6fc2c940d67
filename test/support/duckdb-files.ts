import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** What native DuckDB writes for a query, by its `COPY`; `options` as they stand between its brackets. */
export async function copied(query: string, options: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-'))
  const path = join(folder, 'table')
  const connection = await (await DuckDBInstance.create()).connect()
  try {
    await connection.run(`COPY (${query}) TO '${path}' (${options})`)
    return new Uint8Array(readFileSync(path))
  } finally {
    connection.closeSync()
    rmSync(folder, { recursive: true })
  }
}
