import { runQuery } from '#core/engine/run-query.ts'
import { findInsights, type Insights, type Watch } from '#core/insight/find-insights.ts'
import { memoryFile } from '#core/ingest/memory-file.ts'
import type { Query } from '#core/query/query.ts'
import type { Table } from '#core/table/table.ts'
import { loadFile } from '#core/profile/load-file.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import { parquetSource } from '#core/table/parquet-source.ts'

/** A table as text cells by column, in order. */
export type Columns = Readonly<Record<string, readonly (string | number)[]>>

/** What is found in a table, read and modelled as a file of it would be. */
export async function insightsOf(columns: Columns, watch?: Watch): Promise<Insights> {
  const names = Object.keys(columns)
  const rows = columns[names[0] ?? '']?.length ?? 0
  const lines = Array.from({ length: rows }, (_, row) => names.map((name) => columns[name]?.[row] ?? '').join(','))
  const bytes = new TextEncoder().encode(`${[names.join(','), ...lines].join('\n')}\n`)
  const parts: Uint8Array[] = []
  const loaded = await loadFile(memoryFile('data.csv', bytes), {
    write: (part) => void parts.push(part),
    progress: () => {},
    choices: {},
  })
  if (!loaded.ok) throw new Error(loaded.error.message)
  const written = new Uint8Array(Buffer.concat(parts))
  const source = await parquetSource({
    byteLength: written.length,
    slice: async (start, end) => written.buffer.slice(start, end),
  })
  if (!source.ok) throw new Error(source.error.message)
  const model = generateModel({ dataset: 'file', name: 'data' }, loaded.value.profile)
  const run = async (query: Query): Promise<Table> => {
    const table = await runQuery(query, source.value)
    if (!table.ok) throw new Error(table.error.message)
    return table.value
  }
  return findInsights(model, run, watch)
}

const day = 24 * 3_600_000
export const dayOf = (at: number): string => new Date(Date.UTC(2023, 0, 1) + at * day).toISOString().slice(0, 10)

type Random = { readonly next: () => number }

/** A number around 0, as normal numbers are. */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())

const pick = (random: Random, values: readonly string[]): string =>
  values[Math.floor(random.next() * values.length)] ?? ''

/** Columns that have nothing to do with one another: two groupings, three figures of different shape, a date. */
export function nullColumns(random: Random, rows: number): Record<string, (string | number)[]> {
  const each = (value: (at: number) => string | number): (string | number)[] =>
    Array.from({ length: rows }, (_, at) => value(at))
  return {
    day: each(() => dayOf(Math.floor(random.next() * 365))),
    region: each(() => pick(random, ['North', 'South', 'East', 'West'])),
    channel: each(() => pick(random, ['Web', 'Shop', 'Phone'])),
    amount: each(() => Number((100 + 20 * normal(random)).toFixed(2))),
    weight: each(() => Number((-50 * Math.log(1 - random.next())).toFixed(2))),
    rating: each(() => Number((1 + 4 * random.next()).toFixed(2))),
  }
}
