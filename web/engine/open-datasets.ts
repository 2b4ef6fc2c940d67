import type { Engine } from '#core/engine/engine.ts'
import { runInParts } from '#core/engine/parts/run-in-parts.ts'
import { typedArrayEngine } from '#core/engine/typed-array-engine.ts'
import { createMemoryCache } from '#core/memory-cache.ts'
import { columnsOfQuery } from '#core/query/columns-of-query.ts'
import type { Query } from '#core/query/query.ts'
import { ok, type Result } from '#core/result.ts'
import { bytesOfTable, cachingSource } from '#core/table/caching-source.ts'
import { type Cost, costOfReading } from '#core/table/cost-of-reading.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import type { Source } from '#core/table/source.ts'
import type { Table } from '#core/table/table.ts'
import { breathingSource } from './breathing-source.ts'
import { fileAt } from './file-at.ts'
import { mostHeld } from './most-held.ts'
import type { Parts } from './parts.ts'

const megabyte = 1024 * 1024
/** Maximum cost of a Query over a server file; above it, the download takes longer than the server. */
const most: Cost = { fetched: 64 * megabyte, held: 384 * megabyte }
/** Maximum bytes of cached results: a screen of tiles needs less than one megabyte. */
const resultBytes = { entry: 4 * megabyte, total: 32 * megabyte }

type Opened = {
  readonly source: Source
  readonly isHere: boolean
  readonly parts: Parts | null
  /** Results by Query; they last as long as the file is open. */
  readonly results: ReturnType<typeof createMemoryCache<string, Table>>
}

/** Opens further workers on the rows of a large dataset; null for a small one. */
type OpenParts = (dataset: string, file: Blob | string, source: Source) => Promise<Parts | null>

/** The datasets that are open in this worker, and the engine over them. */
export function createOpenDatasets(openParts: OpenParts) {
  const opened = new Map<string, Opened>()

  function openedOf(dataset: string): Opened {
    const known = opened.get(dataset)
    if (!known) throw new Error(`Dataset ${dataset} is not open`)
    return known
  }

  function close(dataset: string): void {
    opened.get(dataset)?.parts?.close()
    opened.delete(dataset)
  }

  /** Opens a local file or one at a URL, in place of the file that was open before. */
  async function open(dataset: string, file: Blob | string): Promise<Result<null>> {
    const parquet = await parquetSource(await fileAt(file))
    if (!parquet.ok) return parquet
    const source = breathingSource(cachingSource(parquet.value, mostHeld))
    close(dataset)
    const parts = await openParts(dataset, file, source)
    const results = createMemoryCache<string, Table>(resultBytes)
    opened.set(dataset, { source, isHere: file instanceof Blob, parts, results })
    return ok(null)
  }

  /** True if the page can answer the Query within the maximum cost. */
  function isWithinReach(query: Query): boolean {
    const { source, isHere } = openedOf(query.dataset)
    const { fetched, held } = costOfReading(source, columnsOfQuery(query))
    return isHere || (fetched <= most.fetched && held <= most.held)
  }

  const whole = typedArrayEngine(async (dataset) => ok(openedOf(dataset).source))

  function compute(query: Query, signal: AbortSignal): Promise<Result<Table>> {
    const { source, parts } = openedOf(query.dataset)
    if (!parts) return whole.run(query, signal)
    // If a helper worker fails, this worker reads all rows.
    const ask = (plain: Query) => parts.ask(plain, signal)
    return runInParts(query, source, ask, signal).catch(() => whole.run(query, signal))
  }

  const engine: Engine = {
    async run(query, signal) {
      if (!isWithinReach(query)) throw new Error('Better answered at the edge')
      const { results } = openedOf(query.dataset)
      const key = JSON.stringify(query)
      const known = results.get(key)
      if (known) return ok(known)
      const table = await compute(query, signal)
      if (table.ok) results.set(key, table.value, bytesOfTable(table.value))
      return table
    },
  }

  return { open, close, isWithinReach, engine }
}
