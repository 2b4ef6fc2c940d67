import { computed, signal } from '@preact/signals'
import { findInsights, type Insights } from '#core/insight/find-insights.ts'
import { type Insight, keyOf } from '#core/insight/insight.ts'
import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import type { Outcome, Problem } from '../../transport.ts'
import type { Dismissal, KeptDismissals, Reason } from './dismissals.ts'

/** Milliseconds after which a search ends with what it has. */
const budget = 20_000
const shownFirst = 5
const shownMore = 5

export type InsightPorts = {
  readonly model: () => Promise<Outcome<SemanticModel>>
  readonly query: (asked: Query, signal?: AbortSignal) => Promise<Outcome<Table>>
  readonly dismissals: KeptDismissals
}

type Progress = { readonly done: number; readonly of: number }

/** The search for insights of one version of a dataset, and what a person made of them. */
export function createInsights({ model, query, dismissals }: InsightPorts) {
  const known = signal<SemanticModel | null>(null)
  const found = signal<Insights | null>(null)
  const progress = signal<Progress>({ done: 0, of: 0 })
  const problem = signal<Problem | null>(null)
  const dismissed = signal<readonly Dismissal[]>(dismissals.read())
  const most = signal(shownFirst)
  const wanted = computed(() => {
    const away = new Set(dismissed.value.map(({ key }) => key))
    return found.value?.insights.filter((each) => !away.has(keyOf(each))) ?? []
  })
  let search: AbortController | null = null

  function keep(all: readonly Dismissal[]): void {
    dismissed.value = all
    dismissals.write(all)
  }

  async function start(): Promise<void> {
    if (search !== null) return
    search = new AbortController()
    const signalled = AbortSignal.any([search.signal, AbortSignal.timeout(budget)])
    found.value = null
    problem.value = null
    const answer = await model()
    if (!answer.ok) {
      problem.value = answer.error
      search = null
      return
    }
    known.value = answer.value
    const run = async (asked: Query): Promise<Table | null> => {
      const table = await query(asked, signalled).catch(() => null)
      return table?.ok ? table.value : null
    }
    found.value = await findInsights(answer.value, run, {
      onLook: (done, of) => (progress.value = { done, of }),
      isStopped: () => signalled.aborted,
    })
  }

  return {
    model: computed(() => known.value),
    found: computed(() => found.value),
    progress: computed(() => progress.value),
    problem: computed(() => problem.value),
    dismissed: computed(() => dismissed.value),
    /** The clearest insights that nobody dismissed, as many as are wanted. */
    shown: computed(() => wanted.value.slice(0, most.value)),
    hidden: computed(() => Math.max(0, wanted.value.length - most.value)),
    /** Searches once; again only after a failure. */
    start,
    /** Ends the search; what was found until then is shown. */
    stop: (): void => search?.abort(),
    showMore(): void {
      most.value += shownMore
    },
    dismiss: (insight: Insight, reason: Reason): void =>
      keep([...dismissed.value, { key: keyOf(insight), text: insight.text, reason }]),
    restore: (key: string): void => keep(dismissed.value.filter((each) => each.key !== key)),
    run: query,
  }
}
export type InsightScreen = ReturnType<typeof createInsights>
