import { chartData } from '#core/charts/chart-data.ts'
import type { ChartData, ChartType } from '#core/charts/chart.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { memoryFile } from '#core/ingest/memory-file.ts'
import { loadFile } from '#core/profile/load-file.ts'
import { query, type Query } from '#core/query/query.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import type { Source } from '#core/table/source.ts'
import { coffeeOrders } from '../../scripts/sample/coffee-orders.ts'

type Sample = { readonly model: SemanticModel; readonly source: Source }

/** The dataset that a guest begins with, read as the product reads any file. */
export async function openSample(): Promise<Sample> {
  const parts: Uint8Array[] = []
  const loaded = await loadFile(memoryFile('coffee-orders.csv', new TextEncoder().encode(coffeeOrders())), {
    write: (bytes) => void parts.push(bytes.slice()),
    progress: () => {},
  })
  if (!loaded.ok) throw new Error(loaded.error.message)
  const bytes = new Uint8Array(Buffer.concat(parts))
  const source = await parquetSource({
    byteLength: bytes.length,
    slice: async (start, end) => bytes.buffer.slice(start, end),
  })
  if (!source.ok) throw new Error(source.error.message)
  return {
    model: generateModel({ dataset: 'sample', name: 'Coffee orders' }, loaded.value.profile),
    source: source.value,
  }
}

/** The Query of a chart type's example, and its result, ready to draw. */
export async function exampleOf(
  { example, queryFor }: ChartType,
  { model, source }: Sample,
): Promise<{ readonly query: Query; readonly data: ChartData }> {
  const asked = query.parse({ dataset: 'sample', ...example.query })
  const made = queryFor(asked, model)
  if (made === null) throw new Error(`No Query for ${example.title}`)
  const ran = await runQuery(made, source)
  if (!ran.ok) throw new Error(`${example.title}: ${ran.error.message}`)
  return { query: made, data: chartData(ran.value, made, model) }
}
