import { signal } from '@preact/signals'
import type { LocalDataset } from './local-dataset.ts'

/** The datasets that this browser holds, by id: what was dropped in this visit, and what was kept from earlier ones. */
export const held = signal<ReadonlyMap<string, LocalDataset>>(new Map())

export const heldDataset = (id: string): LocalDataset | null => held.value.get(id) ?? null

/** The dataset held here that a dashboard was designed for. */
export const heldByDashboard = (dashboard: string): LocalDataset | null =>
  [...held.value.values()].find((local) => local.dashboard === dashboard) ?? null

export const hold = (local: LocalDataset): void => void (held.value = new Map(held.value).set(local.id, local))

export function letGo(id: string): void {
  const rest = new Map(held.value)
  rest.delete(id)
  held.value = rest
}

const mark = 'edgewise-local'

/** Did an earlier visit leave datasets here? */
export function mayHold(): boolean {
  try {
    return localStorage.getItem(mark) !== null
  } catch {
    return false
  }
}
