import { dashboards as dashboardCalls, datasets as datasetCalls, type DashboardSummary, type Dataset } from '../api.ts'
import { heldByDashboard, heldDataset, hold, letGo } from '../local/held.ts'
import { shownFor, showToast } from '../ui/toast-model.ts'
import { dashboards, datasets, isHeard, showDataset } from './workspace.ts'

type Removal = {
  readonly text: string
  readonly restore: () => void
  readonly remove: () => Promise<{ readonly ok: boolean }>
}

/** What is out of sight and not yet deleted; a page that is left deletes it at once. */
const waiting = new Set<() => void>()
addEventListener('pagehide', () => waiting.forEach((remove) => remove()))

/** Takes an entry out of sight at once and really deletes it when the time to undo has passed. */
function removeLater({ text, restore, remove }: Removal): void {
  const carryOut = (): void => {
    settle()
    void remove().then(({ ok }) => {
      if (ok) return
      restore()
      showToast('It could not be deleted, so it is back. Try again in a moment.')
    })
  }
  const timer = setTimeout(carryOut, shownFor)
  waiting.add(carryOut)
  const settle = (): void => {
    clearTimeout(timer)
    waiting.delete(carryOut)
  }
  const undo = (): void => {
    if (!waiting.has(carryOut)) return
    settle()
    restore()
  }
  const takesFocus = document.activeElement?.matches(':focus-visible') ?? false
  showToast(text, { text: 'Undo', run: undo, takesFocus })
}

/** Deletes a dataset, with six seconds to think again. */
export function removeDataset(dataset: Dataset): void {
  const local = heldDataset(dataset.id)
  if (local) letGo(local.id)
  datasets.value = (datasets.value ?? []).filter(({ id }) => id !== dataset.id)
  const hidden = (dashboards.value ?? []).filter(({ dataset: of }) => of === dataset.id)
  dashboards.value = (dashboards.value ?? []).filter((entry) => !hidden.includes(entry))
  const restore = (): void => {
    if (local) hold(local)
    showDataset(dataset)
    dashboards.value = [...(dashboards.value ?? []), ...hidden]
  }
  const remove = (): Promise<{ readonly ok: boolean }> => {
    if (local) void import('./local.ts').then(({ discard }) => discard(local)).catch(() => null)
    return isHeard(dataset.id) ? datasetCalls.remove(dataset.id) : Promise.resolve({ ok: true })
  }
  removeLater({ text: `“${dataset.name}” and its dashboards were deleted.`, restore, remove })
}

/** A dashboard that the server does not have is deleted here alone. */
function removeOnceServed({ id }: DashboardSummary): Promise<{ readonly ok: boolean }> {
  const local = heldByDashboard(id)
  if (!local || local.isServed.value) return dashboardCalls.remove(id)
  local.board()?.remove()
  return Promise.resolve({ ok: true })
}

/** Deletes a dashboard, with six seconds to think again. */
export function removeDashboard(entry: DashboardSummary): void {
  dashboards.value = (dashboards.value ?? []).filter(({ id }) => id !== entry.id)
  const restore = (): void => void (dashboards.value = [...(dashboards.value ?? []), entry])
  removeLater({ text: `“${entry.title}” was deleted.`, restore, remove: () => removeOnceServed(entry) })
}
