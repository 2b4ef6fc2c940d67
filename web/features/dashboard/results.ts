import { type Signal, signal } from '@preact/signals'
import type { Query } from '#core/query/query.ts'
import type { Table } from '#core/table/table.ts'
import type { Outcome, Problem } from '../../transport.ts'

/** A tile's result. The previous result stays visible while the next loads. */
export type TileResult = {
  readonly shown: { readonly query: Query; readonly table: Table } | null
  readonly problem: Problem | null
  readonly loading: boolean
}

const nothingYet: TileResult = { shown: null, problem: null, loading: true }

/** A tile's Query. */
type TileQuery = { readonly query: Query; readonly tile: string }

/** The results of a dashboard's tiles; a tile runs again only if its Query changed. */
export function createResults(run: (asked: TileQuery) => Promise<Outcome<Table>>) {
  const results = new Map<string, { readonly state: Signal<TileResult>; asked: string }>()

  function entryOf(tile: string) {
    const known = results.get(tile)
    if (known) return known
    const entry = { state: signal(nothingYet), asked: '' }
    results.set(tile, entry)
    return entry
  }

  async function ask(tile: string, query: Query, again = false): Promise<void> {
    const entry = entryOf(tile)
    const key = JSON.stringify(query)
    if (entry.asked === key && !again) return
    entry.asked = key
    entry.state.value = { ...entry.state.peek(), problem: null, loading: true }
    const outcome = await run({ query, tile })
    if (entry.asked !== key) return
    entry.state.value = outcome.ok
      ? { shown: { query, table: outcome.value }, problem: null, loading: false }
      : { ...entry.state.peek(), problem: outcome.error, loading: false }
  }

  return {
    of: (tile: string): Signal<TileResult> => entryOf(tile).state,
    ask,
  }
}
export type Results = ReturnType<typeof createResults>
