import type { Query } from '#core/query/query.ts'
import type { Table } from '#core/table/table.ts'
import type { Outcome } from '../transport.ts'
import type { HeldEngine, LocalEngine } from './local-engine.ts'

type Ports = {
  /** Asks the API. */
  readonly remote: (query: Query, signal?: AbortSignal) => Promise<Outcome<Table>>
  readonly local: LocalEngine & Pick<HeldEngine, 'close'>
  /** The Query with what it leaves to the model and to the day written into it; null where that is not known. */
  readonly resolve: (query: Query) => Promise<Query | null>
  /** The version of a dataset that the server has now; empty while it is not known. */
  readonly versionOf: (dataset: string) => string
  /** Calls back when the page has nothing better to do. */
  readonly whenIdle: (then: () => void) => void
}

type Warmth = 'cold' | 'warming' | 'warm' | 'never'

/**
 * The one door to results. A dataset's first answers come from the API; when the page is idle, the columns they needed are
 * read into a worker, and from then on the same engine answers here, without a journey. What it cannot answer, the API does.
 * When a dataset has a new version, what was read of the old one is let go, and the new one is read in its turn.
 */
export function createRunQuery({ remote, local, resolve, whenIdle, versionOf }: Ports) {
  const warmth = new Map<string, Warmth>()
  const seen = new Map<string, Query[]>()
  /** The version that each dataset's warmth is of. */
  const versions = new Map<string, string>()

  async function warm(dataset: string): Promise<void> {
    const version = versionOf(dataset)
    const resolved = await Promise.all((seen.get(dataset) ?? []).map(resolve))
    const isWarm = await local.warm(
      dataset,
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

  /** While a version is being read nothing is let go: what comes of it is looked at then. */
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
