import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { memoryFile } from '#core/ingest/memory-file.ts'
import { loadFile } from '#core/profile/load-file.ts'
import { type Benchmark, type Measurement, race } from './benchmark.ts'
import { salesCsv } from './sales-csv.ts'

const sizes = [170_000, 1_000_000]

/** CSV in, Parquet out. Ours profiles every column in the same pass; DuckDB only converts. */
export const loadCsv: Benchmark = {
  title: 'CSV to Parquet, ours with the full profile, one thread each',
  run: async () => {
    const measurements: Measurement[] = []
    for (const rows of sizes) measurements.push(await compare(rows))
    return measurements
  },
}

async function loadOnce(bytes: Uint8Array): Promise<void> {
  const loaded = await loadFile(memoryFile('sales.csv', bytes), { write: () => {}, progress: () => {} })
  if (!loaded.ok) throw new Error(loaded.error.message)
}

async function compare(rows: number): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-bench-'))
  const csv = join(folder, 'sales.csv')
  const bytes = salesCsv(rows)
  writeFileSync(csv, bytes)
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const convert = `COPY (FROM read_csv('${csv}')) TO '${join(folder, 'sales.parquet')}' (FORMAT parquet)`
  try {
    const { ours, ...others } = await race(
      { ours: () => loadOnce(bytes), DuckDB: () => connection.run(convert) },
      { warm: 1, runs: 3 },
    )
    return { name: `${rows.toLocaleString('en')} rows, ${(bytes.length / 1e6).toFixed(1)} MB`, ours, others }
  } finally {
    connection.closeSync()
    instance.closeSync()
    rmSync(folder, { recursive: true })
  }
}
