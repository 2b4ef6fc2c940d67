import { signal } from '@preact/signals'
import type { LocalDataset } from './local-dataset.ts'

/** The local datasets by id: files of this visit, and restored ones. */
export const localDatasets = signal<ReadonlyMap<string, LocalDataset>>(new Map())

export const localDataset = (id: string): LocalDataset | null => localDatasets.value.get(id) ?? null

/** The local dataset of a dashboard. */
export const localDatasetOfDashboard = (dashboard: string): LocalDataset | null =>
  [...localDatasets.value.values()].find((local) => local.dashboard === dashboard) ?? null

export const addLocal = (local: LocalDataset): void =>
  void (localDatasets.value = new Map(localDatasets.value).set(local.id, local))

export function removeLocal(id: string): void {
  const rest = new Map(localDatasets.value)
  rest.delete(id)
  localDatasets.value = rest
}
