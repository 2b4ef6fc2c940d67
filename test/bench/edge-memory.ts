import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createParquetWriter } from '#core/table/parquet-writer.ts'
import type { QueryInput } from '#core/query/query.ts'
import { at } from '../../scripts/paths.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { salesFields, salesTable } from './sales.ts'
import { watched } from './watched.ts'

const million = 1_000_000
const questions: Readonly<Record<string, QueryInput>> = {
  'by region': {
    dataset: 'sales',
    dimensions: [{ column: 'region' }],
    measures: [{ aggregate: 'sum', column: 'amount' }],
  },
  'by customer': {
    dataset: 'sales',
    dimensions: [{ column: 'customer' }],
    measures: [{ aggregate: 'sum', column: 'amount' }],
    limit: 10,
  },
}

/** So many million sales, each million from a seed of its own. */
async function writeSales(file: string, millions: number): Promise<void> {
  const out = createWriteStream(file)
  const write = (bytes: Uint8Array): Promise<void> =>
    new Promise((done, failed) => out.write(bytes.slice(), (error) => (error ? failed(error) : done())))
  const writer = createParquetWriter(salesFields, write)
  for (let part = 0; part < millions; part++) await writer.append(salesTable(million, part + 1))
  await writer.finish()
  await new Promise((done) => out.end(done))
}

const figure = (name: string, bytes: number): Measurement => ({ name, ours: bytes / 1e6, unit: 'MB', others: {} })

/** What one Query over a cold Parquet file takes of an isolate's 128 MB; Node stands in for it. */
export const edgeMemory: Benchmark = {
  title: 'Memory of a first Query over a Parquet file, old space at most 64 MB',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'edgewise-bench-'))
    const measurements: Measurement[] = []
    try {
      for (const millions of [1, 10]) {
        const file = join(folder, `${millions}.parquet`)
        await writeSales(file, millions)
        for (const [name, query] of Object.entries(questions)) {
          const { heap, withBuffers, ms } = watched(64, [at('test/bench/answer-file.ts'), file, JSON.stringify(query)])
          const label = `${millions},000,000 rows ${name} (${ms.toFixed(0)} ms with Node’s start)`
          measurements.push(figure(`${label}: heap (to be under 64 MB)`, heap))
          measurements.push(figure(`${label}: heap and array buffers (to be under 128 MB)`, withBuffers))
        }
      }
      return measurements
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
