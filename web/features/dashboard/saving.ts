import { computed, signal } from '@preact/signals'
import type { Edit } from '#core/dashboard/apply-edit.ts'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import {
  isSaved,
  shownBy,
  startClient,
  stepClient,
  type ClientEffect,
  type ClientEvent,
} from '#core/live/dashboard-client.ts'
import { mayPass, type Outcome, type Problem } from '../../transport.ts'

/** Ports of saving. */
export type SavingPorts = {
  readonly save: (version: number, edits: readonly Edit[]) => Promise<Outcome<{ dashboard: Dashboard }>>
  /** The edits after a version; null where only the whole document can be had. */
  readonly missed: (after: number) => Promise<Outcome<{ edits: readonly Edit[] | null }>>
  readonly reload: () => Promise<Outcome<Dashboard>>
  readonly wait: (ms: number) => Promise<void>
}

export type SavingState = 'saved' | 'saving' | 'unsaved'

const conflict = 409
const retryAfter = 3000

/** Runs a page's side of a dashboard's room: every edit shows at once and is saved by itself, under what others do. */
export function createSaving(initial: Dashboard, ports: SavingPorts) {
  const client = signal(startClient<Problem>(initial))

  function take(event: ClientEvent<Problem>): void {
    const { state, effects } = stepClient(client.peek(), event)
    client.value = state
    for (const effect of effects) void carryOut(effect)
  }

  const carryOut = (effect: ClientEffect): Promise<void> =>
    effect.type === 'send' ? send(effect.version, effect.edits) : catchUp(effect.after)

  async function send(from: number, edits: readonly Edit[]): Promise<void> {
    const outcome = await ports.save(from, edits)
    if (outcome.ok) take({ type: 'accepted', from, dashboard: outcome.value.dashboard })
    else if (mayPass(outcome.error)) take({ type: 'lost', from })
    else if (outcome.error.status === conflict) take({ type: 'conflict', from })
    else take({ type: 'refused', from, problem: outcome.error })
  }

  async function catchUp(after: number): Promise<void> {
    if (client.peek().isDown) await ports.wait(retryAfter)
    const found = await ports.missed(after)
    if (found.ok && found.value.edits) return take({ type: 'missed', after, edits: found.value.edits })
    const fresh = found.ok ? await ports.reload() : found
    if (fresh.ok) return take({ type: 'replaced', dashboard: fresh.value })
    const from = client.peek().sent?.version
    if (from === undefined) return
    take(mayPass(fresh.error) ? { type: 'lost', from } : { type: 'refused', from, problem: fresh.error })
  }

  return {
    document: computed(() => shownBy(client.value)),
    state: computed((): SavingState => {
      if (isSaved(client.value)) return 'saved'
      return client.value.isDown ? 'unsaved' : 'saving'
    }),
    /** Why the last edits were refused; null when none were. */
    refused: computed(() => client.value.refused),
    send: (edit: Edit): void => take({ type: 'edited', edit }),
    /** The live line says that the dashboard has reached a version; null: it may have missed something. */
    hear: (version: number | null): void => take(version === null ? { type: 'reopened' } : { type: 'told', version }),
  }
}
