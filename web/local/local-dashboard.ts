import { signal, type ReadonlySignal } from '@preact/signals'
import type { Edit } from '#core/dashboard/apply-edit.ts'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import { stepRoom, type RoomEffect } from '#core/live/dashboard-room.ts'
import type { DashboardRecord } from '../api.ts'
import type { Outcome, Problem } from '../transport.ts'

/** Server calls of a dashboard, once the server has its dataset. */
export type DashboardServer = {
  readonly create: (dashboard: {
    dataset: string
    as: string
    document: Dashboard
  }) => Promise<Outcome<DashboardRecord>>
  readonly get: (id: string) => Promise<Outcome<DashboardRecord>>
  readonly edit: (id: string, version: number, edits: readonly Edit[]) => Promise<Outcome<{ dashboard: Dashboard }>>
  readonly missed: (id: string, after: number) => Promise<Outcome<{ edits: readonly Edit[] | null }>>
}

export type LocalDashboard = {
  readonly id: string
  /** The current document; null if deleted. */
  readonly document: ReadonlySignal<Dashboard | null>
  readonly get: () => Promise<Outcome<DashboardRecord>>
  readonly edit: (version: number, edits: readonly Edit[]) => Promise<Outcome<{ dashboard: Dashboard }>>
  readonly missed: (after: number) => Promise<Outcome<{ edits: readonly Edit[] | null }>>
  readonly remove: () => void
  /** Undoes `remove`. */
  readonly restore: () => void
  /** Moves the dashboard to the server; later edits are sent there. */
  readonly handOver: () => Promise<Outcome<null>>
}

const gone: Problem = {
  code: 'dashboard/not-found',
  status: 404,
  message: 'This dashboard was deleted.',
  hint: 'Choose one of your dashboards.',
}

type Start = {
  readonly id: string
  readonly dataset: string
  readonly document: Dashboard | null
  readonly isServed: boolean
}

const recordOf = ({ id, dataset }: Start, document: Dashboard): DashboardRecord => ({
  id,
  dataset,
  title: document.title,
  tiles: document.tiles.length,
  updatedAt: new Date().toISOString(),
  document,
})

const answerOf = (effects: readonly RoomEffect[]): Outcome<{ dashboard: Dashboard }> =>
  effects.find((effect) => effect.type === 'answer')?.outcome ?? { ok: false, error: gone }

/** Runs asynchronous tasks in sequence. */
function createTurns() {
  let turn: Promise<unknown> = Promise.resolve()
  return <Value>(act: () => Promise<Value>): Promise<Value> => {
    const mine = turn.then(act)
    turn = mine.catch(() => null)
    return mine
  }
}

/** A dashboard that is stored locally until the server has its dataset; the switch is transparent to its editor. */
export function createLocalDashboard(start: Start, server: DashboardServer): LocalDashboard {
  const { id, dataset } = start
  const document = signal(start.document)
  let removed: Dashboard | null = null
  let served = start.isServed
  /** Edits and the move run in sequence, so that no edit is lost. */
  const inTurn = createTurns()

  async function get(): Promise<Outcome<DashboardRecord>> {
    const fresh = served ? await server.get(id) : null
    if (fresh?.ok) document.value = fresh.value.document
    if (fresh && !fresh.ok && fresh.error.status !== 0) return fresh
    return document.value ? { ok: true, value: recordOf(start, document.value) } : { ok: false, error: gone }
  }

  async function edit(version: number, edits: readonly Edit[]): Promise<Outcome<{ dashboard: Dashboard }>> {
    if (document.value === null) return { ok: false, error: gone }
    const edited = served
      ? await server.edit(id, version, edits)
      : answerOf(stepRoom(document.value, { by: 'owner', version, edits }).effects)
    if (edited.ok) document.value = edited.value.dashboard
    return edited
  }

  async function handOver(): Promise<Outcome<null>> {
    if (!served && document.value) {
      const created = await server.create({ dataset, as: id, document: document.value })
      if (!created.ok) return created
      document.value = created.value.document
    }
    served = true
    return { ok: true, value: null }
  }

  return {
    id,
    document,
    get: () => inTurn(get),
    edit: (version, edits) => inTurn(() => edit(version, edits)),
    missed: (after) => inTurn(async () => (served ? server.missed(id, after) : { ok: true, value: { edits: null } })),
    remove() {
      removed = document.value
      document.value = null
    },
    restore: () => void (document.value ??= removed),
    handOver: () => inTurn(handOver),
  }
}
