import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import type { DuckSession } from '#core/sql/duck/session.ts'
import { gate } from '#core/sql/gate/gate.ts'
import { startDuck } from '../support/duck-session.ts'
import { parquetBytes } from '../support/parquet-bytes.ts'
import { type Benchmark, type Measurement, race } from './benchmark.ts'
import { withSalesFile } from './sales-file.ts'
import { salesQuestions } from './sales-queries.ts'
import { salesFields, salesTable } from './sales.ts'

const bounds = { memory: 1536 * 1024 * 1024, work: Number.POSITIVE_INFINITY, seconds: 120 }
const tables = [{ name: 'sales', rows: 1_000_000 }]

async function ask(session: DuckSession, sql: string): Promise<void> {
  const gated = gate(sql, tables)
  const result = gated.ok ? await session.run(gated.value, { sql }) : gated
  if (!result.ok) throw new Error(result.error.message)
}

async function withSales(bytes: Uint8Array): Promise<DuckSession> {
  const session = await startDuck(bounds)
  session.addBytes('sales', bytes)
  return session
}

/** Ten times as many rows, once: how the time grows, and what memory it takes. */
async function tenTimes(): Promise<readonly Measurement[]> {
  const sales = salesTable()
  const session = await withSales(
    await parquetBytes(
      Array.from({ length: 10 }, () => sales),
      salesFields,
    ),
  )
  const [sql = ''] = salesQuestions['1 group']?.sql ?? []
  const { ours } = await race({ ours: () => ask(session, sql) }, { warm: 1, runs: 3 })
  return [
    { name: '1 group, 10M rows', ours, others: {} },
    { name: 'memory of it and the file', ours: session.memory / 1_000_000, unit: 'MB', others: {} },
  ]
}

/** Free SQL as the browser and the edge run it, gate and all, beside DuckDB itself over the same Parquet file. */
export const freeSql: Benchmark = {
  title: 'Free SQL over 1M rows of Parquet (DuckDB-WASM)',
  run: () =>
    withSalesFile(async (file) => {
      const start = await race({ ours: () => startDuck(bounds) }, { warm: 1, runs: 3 })
      const session = await withSales(readFileSync(file))
      const native = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
      await native.run(`CREATE VIEW sales AS SELECT * FROM read_parquet('${file}')`)
      const measurements: Measurement[] = [{ name: 'start of the engine', ours: start.ours, others: {} }]
      for (const [name, { sql }] of Object.entries(salesQuestions)) {
        const all = async (one: (sql: string) => Promise<unknown>): Promise<void> => {
          for (const each of sql) await one(each)
        }
        const { ours, DuckDB } = await race(
          { ours: () => all((one) => ask(session, one)), DuckDB: () => all((one) => native.runAndReadAll(one)) },
          { warm: 1, runs: 5 },
        )
        measurements.push({ name, ours, others: { DuckDB } })
      }
      native.closeSync()
      return [...measurements, ...(await tenTimes())]
    }),
}
