import { batch, computed, signal } from '@preact/signals'
import { emptyExploration, type Exploration } from '#core/explore/exploration.ts'
import { type ExplorationQueries, queriesOf } from '#core/explore/queries-of.ts'
import { advance, redo, startTimeline, type Timeline, undo } from '#core/explore/timeline.ts'
import { createMemoryCache } from '#core/memory-cache.ts'
import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import type { Outcome, Problem } from '../../transport.ts'

/** Ports of exploring. */
export type ExplorePorts = {
  readonly run: (query: Query, signal: AbortSignal) => Promise<Outcome<Table>>
  /** Called when the exploration changed, to update the URL. */
  readonly onAsked: (asked: Exploration) => void
  /** A monotonic clock in milliseconds. */
  readonly now: () => number
}

/** All results of one exploration. */
export type Results = {
  readonly queries: ExplorationQueries
  readonly main: Table
  readonly rows: Table | null
  readonly columns: Table | null
  readonly all: Table | null
}

/** A computed exploration, its results, and when it was requested. */
export type Shown = {
  readonly asked: Exploration
  readonly results: Results
  readonly since: number
  readonly ms: number
}

/** Cached results, so that undo and redo need no request. */
const maxKept = 30

/** Runs Queries past a cache of their results. */
function createMemory(run: ExplorePorts['run']) {
  const known = createMemoryCache<string, Table>({ total: maxKept })
  return async (query: Query | null, stop: AbortSignal): Promise<Outcome<Table | null>> => {
    if (!query) return { ok: true, value: null }
    const key = JSON.stringify(query)
    const kept = known.get(key)
    if (kept) return { ok: true, value: kept }
    const outcome = await run(query, stop)
    if (!outcome.ok) return outcome
    known.set(key, outcome.value)
    return outcome
  }
}

/** Runs all Queries of an exploration together, so the chart is drawn once; returns the first problem. */
function createCompute(run: ExplorePorts['run']) {
  const recall = createMemory(run)
  return async (queries: ExplorationQueries, stop: AbortSignal): Promise<Outcome<Results>> => {
    const asked = [queries.main, queries.rows, queries.columns, queries.all]
    const found = await Promise.all(asked.map((query) => recall(query, stop)))
    const failed = found.find((each) => !each.ok)
    if (failed && !failed.ok) return failed
    const [main, rows = null, columns = null, all = null] = found.map((each) => (each.ok ? each.value : null))
    if (!main) throw new Error('An exploration has a main Query')
    return { ok: true, value: { queries, main, rows, columns, all } }
  }
}

/** Runs only the latest Queries: skips superseded ones and cancels the running one. */
function createLatest(compute: (queries: ExplorationQueries, stop: AbortSignal) => Promise<Outcome<Results>>) {
  let last: Promise<unknown> = Promise.resolve()
  let current: AbortController | null = null
  return (queries: ExplorationQueries | null, then: (outcome: Outcome<Results>) => void): void => {
    current?.abort()
    const mine = new AbortController()
    current = mine
    if (!queries) return
    last = last.then(async () => {
      if (mine.signal.aborted) return
      const outcome = await compute(queries, mine.signal)
      if (!mine.signal.aborted) then(outcome)
    })
  }
}

/** State of exploring one dataset: the exploration, its history and the result. */
export function createExplore(model: SemanticModel, start: Exploration, ports: ExplorePorts) {
  const timeline = signal<Timeline<Exploration>>(startTimeline(start))
  const shown = signal<Shown | null>(null)
  const problem = signal<Problem | null>(null)
  const isComputing = signal(false)
  const said = signal('')
  const latest = createLatest(createCompute(ports.run))
  const asked = computed(() => timeline.value.present)

  function compute(): void {
    const [wanted, since] = [asked.peek(), ports.now()]
    const queries = queriesOf(wanted)
    batch(() => {
      problem.value = null
      isComputing.value = queries !== null
      if (!queries) shown.value = null
    })
    latest(queries, (outcome) =>
      batch(() => {
        isComputing.value = false
        if (outcome.ok) shown.value = { asked: wanted, results: outcome.value, since, ms: ports.now() - since }
        else problem.value = outcome.error
      }),
    )
  }

  function go(next: Timeline<Exploration>, words: string): void {
    if (next === timeline.peek()) return
    timeline.value = next
    said.value = words
    ports.onAsked(next.present)
    compute()
  }

  compute()
  return {
    model,
    asked,
    shown,
    problem,
    isComputing,
    /** The last action, announced to screen readers. */
    said,
    canUndo: computed(() => timeline.value.past.length > 0),
    canRedo: computed(() => timeline.value.future.length > 0),
    /** Applies a change, or announces why it is not possible. Returns whether it was applied. */
    change(next: Exploration | null, words: string, otherwise = 'That is not possible here.'): boolean {
      if (next === null) said.value = otherwise
      else go(advance(timeline.peek(), next), words)
      return next !== null
    },
    clear: (): void => go(advance(timeline.peek(), emptyExploration(model.dataset)), 'Everything taken away.'),
    undo: (): void => go(undo(timeline.peek()), 'Undone.'),
    redo: (): void => go(redo(timeline.peek()), 'Done again.'),
    retry: compute,
    /** Applies an exploration from the URL. */
    open: (next: Exploration): void => go(advance(timeline.peek(), next), ''),
    end: (): void => latest(null, () => undefined),
  }
}
export type Explore = ReturnType<typeof createExplore>
