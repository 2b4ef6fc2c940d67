import { computed, signal } from '@preact/signals'
import { applyEdit, type Edit } from '#core/dashboard/apply-edit.ts'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import { mayPass, type Outcome, type Problem } from '../../transport.ts'

/** Ports of saving. */
export type SavingPorts = {
  readonly save: (version: number, edits: readonly Edit[]) => Promise<Outcome<{ dashboard: Dashboard }>>
  readonly reload: () => Promise<Outcome<Dashboard>>
  readonly wait: (ms: number) => Promise<void>
}

export type SavingState = 'saved' | 'saving' | 'unsaved'

const conflict = 409
const retryAfter = 3000

/** Applies an edit; returns the document unchanged if the edit no longer fits. */
function applied(dashboard: Dashboard, edit: Edit): Dashboard {
  const result = applyEdit(dashboard, edit)
  return result.ok ? result.value.dashboard : dashboard
}

/**
 * Shows edits immediately and sends them in order. On a conflict, pending edits are rebased on the server's document.
 */
export function createSaving(initial: Dashboard, ports: SavingPorts) {
  const confirmed = signal(initial)
  const inFlight = signal<readonly Edit[]>([])
  const state = signal<SavingState>('saved')
  /** Why the last edits were refused; null if none were. */
  const refused = signal<Problem | null>(null)
  let sending = false

  const drop = (count: number): void => void (inFlight.value = inFlight.value.slice(count))

  async function sendOnce(): Promise<void> {
    const batch = inFlight.value
    const outcome = await ports.save(confirmed.value.version, batch)
    if (outcome.ok) {
      confirmed.value = outcome.value.dashboard
      drop(batch.length)
      state.value = 'saving'
      return
    }
    if (mayPass(outcome.error)) return pause()
    if (outcome.error.status !== conflict) {
      refused.value = outcome.error
      drop(batch.length)
    }
    const fresh = await ports.reload()
    if (fresh.ok) confirmed.value = fresh.value
    else await pause()
  }

  function pause(): Promise<void> {
    state.value = 'unsaved'
    return ports.wait(retryAfter)
  }

  async function flush(): Promise<void> {
    if (sending) return
    sending = true
    state.value = 'saving'
    while (inFlight.value.length > 0) await sendOnce()
    sending = false
    state.value = 'saved'
  }

  return {
    document: computed(() => inFlight.value.reduce(applied, confirmed.value)),
    state,
    refused,
    send(edit: Edit): void {
      inFlight.value = [...inFlight.value, edit]
      void flush()
    },
  }
}
