import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { gate, type Gated } from '#core/sql/gate/gate.ts'
import type { TextRange } from '#core/sql/gate/refused.ts'
import type { GateTable } from '#core/sql/gate/reader.ts'
import type { Result } from '#core/result.ts'
import type { Ran, SqlProblem } from '../../engine/duck.ts'
import { createHistory, type HistoryStore } from './history.ts'

/** The current activity in words and its fraction done; null if unknown. */
export type Progress = { readonly doing: string; readonly share: number | null }

type TabState =
  | { readonly step: 'running'; readonly progress: Progress }
  | { readonly step: 'done'; readonly ran: Ran }
  | { readonly step: 'failed'; readonly problem: SqlProblem }

/** One result, with its SQL and the SQL's offset in the editor. */
export type Tab = { readonly id: number; readonly sql: string; readonly from: number; readonly state: TabState }

export type SqlPorts = {
  readonly run: (
    asked: { readonly sql: string; readonly gated: Gated },
    onProgress: (progress: Progress) => void,
  ) => Promise<Result<Ran, SqlProblem>>
  readonly stop: () => void
  /** Readable datasets; null while loading. */
  readonly tables: ReadonlySignal<readonly GateTable[] | null>
  readonly history: HistoryStore
  readonly now: () => Date
}

/** An error mark in the editor, with its message. */
export type Mark = TextRange & { readonly message: string }

const maxTabs = 8
const reading: TabState = { step: 'running', progress: { doing: 'Reading the SQL', share: null } }

/** This visit's results, one of them selected. */
function createTabs() {
  const tabs = signal<readonly Tab[]>([])
  const chosen = signal<number | null>(null)
  let last = 0
  return {
    tabs,
    tab: computed(() => tabs.value.find(({ id }) => id === chosen.value) ?? null),
    isRunning: computed(() => tabs.value.some(({ state }) => state.step === 'running')),
    update(id: number, state: TabState): void {
      tabs.value = tabs.value.map((each) => (each.id === id ? { ...each, state } : each))
    },
    /** Equal SQL shares a tab; above the limit the oldest tab closes. */
    open(sql: string, from: number): number {
      const known = tabs.value.find((each) => each.sql === sql)
      if (!known) last += 1
      const opened: Tab = { id: known?.id ?? last, sql, from, state: reading }
      tabs.value = known
        ? tabs.value.map((each) => (each === known ? opened : each))
        : [...tabs.value.slice(1 - maxTabs), opened]
      chosen.value = opened.id
      return opened.id
    },
    choose: (id: number): void => void (chosen.value = id),
    close(id: number): void {
      const at = tabs.value.findIndex((each) => each.id === id)
      tabs.value = tabs.value.filter((each) => each.id !== id)
      if (chosen.value === id) chosen.value = (tabs.value[at] ?? tabs.value[at - 1])?.id ?? null
    },
  }
}

/** State of the SQL screen: the text, its runs and their results. */
export function createSqlScreen(ports: SqlPorts, start: string) {
  const text = signal(start)
  const history = createHistory(ports.history)
  const { tabs, tab, isRunning, update, open, choose, close } = createTabs()

  const mark = computed((): Mark | null => {
    const shown = tab.value
    if (shown?.state.step !== 'failed') return null
    const { place = null, message } = shown.state.problem
    const isThere = text.value.slice(shown.from, shown.from + shown.sql.length) === shown.sql
    return place && isThere ? { from: place.from + shown.from, to: place.to + shown.from, message } : null
  })

  async function run(sql: string, from = 0): Promise<void> {
    if (isRunning.value) return
    const id = open(sql, from)
    const gated = gate(sql, ports.tables.value ?? [])
    const outcome = gated.ok
      ? await ports.run({ sql, gated: gated.value }, (progress) => update(id, { step: 'running', progress }))
      : gated
    update(id, outcome.ok ? { step: 'done', ran: outcome.value } : { step: 'failed', problem: outcome.error })
    await history.add(sql, ports.now().toISOString(), outcome.ok ? outcome.value.table.rows : null)
  }

  return { text, tabs, tab, isRunning, mark, history, run, stop: ports.stop, choose, close }
}
export type SqlScreen = ReturnType<typeof createSqlScreen>
