import type { Query } from '#core/query/query.ts'
import type { Table } from '#core/table/table.ts'
import type { Outcome } from '../transport.ts'
import type { LocalEngine } from './local-engine.ts'

type Ports = {
  /** Asks the API. */
  readonly remote: (query: Query, signal?: AbortSignal) => Promise<Outcome<Table>>
  readonly local: LocalEngine
  /** The Query with what it leaves to the model and to the day written into it; null where that is not known. */
  readonly resolve: (query: Query) => Promise<Query | null>
  /** Calls back when the page has nothing better to do. */
  readonly whenIdle: (then: () => void) => void
}

type Warmth = 'cold' | 'warming' | 'warm' | 'never'

/**
 * The one door to results. A dataset's first answers come from the API; when the page is idle, the columns they needed are
 * read into a worker, and from then on the same engine answers here, without a journey. What it cannot answer, the API does.
 */
export function createRunQuery({ remote, local, resolve, whenIdle }: Ports) {
  const warmth = new Map<string, Warmth>()
  const seen = new Map<string, Query[]>()

  function warmLater(query: Query): void {
    const { dataset } = query
    seen.set(dataset, [...(seen.get(dataset) ?? []), query])
    if (warmth.has(dataset)) return
    warmth.set(dataset, 'warming')
    whenIdle(() => {
      void local.warm(dataset, seen.get(dataset) ?? []).then((isWarm) => {
        warmth.set(dataset, isWarm ? 'warm' : 'never')
        seen.delete(dataset)
      })
    })
  }

  return async function runQuery(query: Query, signal?: AbortSignal): Promise<Outcome<Table>> {
    if (warmth.get(query.dataset) === 'warm') {
      const resolved = await resolve(query)
      const table = resolved && (await local.run(resolved))
      if (table) return { ok: true, value: table }
    }
    const answer = await remote(query, signal)
    if (answer.ok && warmth.get(query.dataset) !== 'warm' && warmth.get(query.dataset) !== 'never') warmLater(query)
    return answer
  }
}
