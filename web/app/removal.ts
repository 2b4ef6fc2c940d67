import {
  catalog,
  dashboards as dashboardCalls,
  datasets as datasetCalls,
  type DashboardSummary,
  type Dataset,
} from '../api.ts'
import { localDatasetOfDashboard, localDataset } from '../local/local-datasets.ts'
import { showToast } from '../ui/toast-model.ts'
import type { Services } from './services.ts'
import type { Workspace } from './workspace.ts'

type Done = { readonly ok: boolean }

/** One deletion: how it appears in lists, and how it is performed. */
type Removal = {
  readonly text: string
  readonly hide: () => void
  readonly show: () => void
  readonly remove: () => Promise<Done>
  readonly restore: () => Promise<Done>
}

/** Nothing to do. */
const done: Done = { ok: true }

/**
 * Deletes immediately, so that a reload does not show the entry again, and offers to restore it. A restored entry is shown
 * when the server has it again: a page of it that opened sooner would be answered with 404.
 */
function removeNow({ text, hide, show, remove, restore }: Removal): void {
  hide()
  const removed = remove()
  let undone = false
  const undo = async (): Promise<void> => {
    undone = true
    if (!(await removed).ok || (await restore()).ok) return show()
    showToast('It could not be restored. Find it under Recently deleted, and try again there.')
  }
  void removed.then(({ ok }) => {
    if (ok || undone) return
    show()
    showToast('It could not be deleted, so it is back. Try again in a moment.')
  })
  const takesFocus = document.activeElement?.matches(':focus-visible') ?? false
  showToast(text, { text: 'Undo', run: () => void undo(), takesFocus })
}

/** Discards a local dataset; returns a function that restores it. */
function discardLocal(services: Services, id: string): () => Promise<void> {
  const local = localDataset(id)
  const resume = local && import('./local.ts').then(({ discardForNow }) => discardForNow(services, local))
  return async () => (await resume)?.()
}

async function restoreDataset({ loadDashboards, takeDataset }: Workspace, id: string): Promise<Done> {
  const restored = await catalog.restoreDataset(id)
  if (!restored.ok) return restored
  await loadDashboards()
  takeDataset(restored.value)
  return restored
}

/** Deletes a dataset and its dashboards; offers undo for six seconds. */
export function removeDataset(services: Services, dataset: Dataset): void {
  const { workspace } = services
  const { datasets, dashboards, showDataset, showDashboard } = workspace
  const { id, name } = dataset
  const served = workspace.isOnServer(id)
  const dashboardsOf = (dashboards.value ?? []).filter((entry) => entry.dataset === id)
  const resumeLocal = discardLocal(services, id)
  removeNow({
    text: `“${name}” and its dashboards were deleted.`,
    hide() {
      datasets.value = (datasets.value ?? []).filter((each) => each.id !== id)
      dashboards.value = (dashboards.value ?? []).filter((entry) => entry.dataset !== id)
    },
    show() {
      showDataset(dataset)
      dashboardsOf.forEach(showDashboard)
    },
    remove: () => (served ? datasetCalls.remove(id) : Promise.resolve(done)),
    async restore() {
      const restored = served ? await restoreDataset(workspace, id) : done
      await resumeLocal()
      return restored
    },
  })
}

/** Deletes a dashboard; offers undo for six seconds. */
export function removeDashboard({ dashboards, showDashboard }: Workspace, entry: DashboardSummary): void {
  const { id, title } = entry
  const heldHere = localDatasetOfDashboard(id)
  const local = heldHere?.isServed.value === false ? heldHere.localDashboard() : null
  removeNow({
    text: `“${title}” was deleted.`,
    hide: () => void (dashboards.value = (dashboards.value ?? []).filter((each) => each.id !== id)),
    show: () => showDashboard(entry),
    remove() {
      if (!local) return dashboardCalls.remove(id)
      local.remove()
      return Promise.resolve(done)
    },
    restore() {
      if (!local) return catalog.restoreDashboard(id)
      local.restore()
      return Promise.resolve(done)
    },
  })
}
