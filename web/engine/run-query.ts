import type { Query } from '#core/query/query.ts'
import type { Table } from '#core/table/table.ts'
import type { Outcome } from '../transport.ts'
import type { HeldEngine, LocalEngine } from './local-engine.ts'

type Ports = {
  /** Runs the Query on the server. */
  readonly remote: (query: Query, signal?: AbortSignal) => Promise<Outcome<Table>>
  readonly local: LocalEngine & Pick<HeldEngine, 'close'>
  /** The rows of a dataset as Parquet: its copy on this device, else the address of its file. */
  readonly fileOf: (dataset: string) => Promise<Blob | string>
  /** Resolves a Query; null if its model is unknown. */
  readonly resolve: (query: Query) => Promise<Query | null>
  /** The server's current version of a dataset; empty while unknown. */
  readonly versionOf: (dataset: string) => string
  /** Calls back when the page is idle. */
  readonly whenIdle: (then: () => void) => void
}

type Warmth = 'cold' | 'warming' | 'warm' | 'never'

/**
 * Runs Queries over server datasets. The first answers come from the API; when the page is idle, the needed columns
 * are loaded into a worker, which then answers without a request. The API answers what the worker cannot. A new
 * version evicts the columns of the old one and is loaded in turn.
 */
export function createRunQuery({ remote, local, fileOf, resolve, whenIdle, versionOf }: Ports) {
  const warmth = new Map<string, Warmth>()
  const seen = new Map<string, Query[]>()
  /** The loaded version of each dataset. */
  const versions = new Map<string, string>()

  async function warm(dataset: string): Promise<void> {
    const version = versionOf(dataset)
    const file = await fileOf(dataset)
    const resolved = await Promise.all((seen.get(dataset) ?? []).map(resolve))
    const isWarm = await local.warm(
      dataset,
      file,
      resolved.filter((query) => query !== null),
    )
    seen.delete(dataset)
    warmth.set(dataset, isWarm ? 'warm' : 'never')
    versions.set(dataset, version)
    await letGoOfOld(dataset)
  }

  function warmLater(query: Query): void {
    const { dataset } = query
    seen.set(dataset, [...(seen.get(dataset) ?? []), query])
    if (warmth.has(dataset)) return
    warmth.set(dataset, 'warming')
    whenIdle(() => void warm(dataset))
  }

  /** Never evict during a load; recheck when it finishes. */
  async function letGoOfOld(dataset: string): Promise<void> {
    const [now, before] = [versionOf(dataset), versions.get(dataset) ?? '']
    if (now === before || now === '' || before === '' || warmth.get(dataset) === 'warming') return
    warmth.set(dataset, 'warming')
    await local.close(dataset)
    warmth.delete(dataset)
    versions.delete(dataset)
  }

  return async function runQuery(query: Query, signal?: AbortSignal): Promise<Outcome<Table>> {
    const { dataset } = query
    await letGoOfOld(dataset)
    if (warmth.get(dataset) === 'warm') {
      const resolved = await resolve(query)
      const table = resolved && (await local.run(resolved, signal))
      if (table) return { ok: true, value: table }
    }
    const answer = await remote(query, signal)
    if (answer.ok && warmth.get(dataset) !== 'warm' && warmth.get(dataset) !== 'never') warmLater(query)
    return answer
  }
}
