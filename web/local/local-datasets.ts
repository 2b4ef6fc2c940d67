import { signal } from '@preact/signals'
import type { LocalDataset } from './local-dataset.ts'

/** The datasets that this browser holds, by id: what was dropped in this visit, and what was kept from earlier ones. */
export const localDatasets = signal<ReadonlyMap<string, LocalDataset>>(new Map())

export const localDataset = (id: string): LocalDataset | null => localDatasets.value.get(id) ?? null

/** The dataset held here that a dashboard was designed for. */
export const localDatasetOfDashboard = (dashboard: string): LocalDataset | null =>
  [...localDatasets.value.values()].find((local) => local.dashboard === dashboard) ?? null

export const addLocal = (local: LocalDataset): void =>
  void (localDatasets.value = new Map(localDatasets.value).set(local.id, local))

export function removeLocal(id: string): void {
  const rest = new Map(localDatasets.value)
  rest.delete(id)
  localDatasets.value = rest
}

const mark = 'edgewise-local'

/** Did an earlier visit leave datasets here? */
export function mayHaveLocal(): boolean {
  try {
    return localStorage.getItem(mark) !== null
  } catch {
    return false
  }
}
