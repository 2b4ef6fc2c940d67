import { signal } from '@preact/signals'
import type { Comparison, Dataset, DatasetChange, Similar, Version } from '../../api.ts'
import type { Outcome, Problem } from '../../transport.ts'
import { createLoad } from './model.ts'

/** Ports of a dataset's life cycle. */
export type LifePorts = {
  readonly versions: () => Promise<Outcome<readonly Version[]>>
  readonly restore: (version: string) => Promise<Outcome<Dataset>>
  readonly remove: (version: string) => Promise<Outcome<unknown>>
  readonly compare: (version: string, other?: string) => Promise<Outcome<Comparison>>
  readonly similar: () => Promise<Outcome<readonly Similar[]>>
  readonly change: (change: DatasetChange) => Promise<Outcome<Dataset>>
  readonly retry: () => Promise<Outcome<Dataset>>
  readonly onDataset: (dataset: Dataset) => void
  /** Reloads the dataset. */
  readonly refresh: () => Promise<void>
}

/** State of a dataset's versions, description and similar datasets. */
export function createLife(ports: LifePorts) {
  const versions = createLoad(ports.versions)
  const comparison = signal<Comparison | null>(null)
  const problem = signal<Problem | null>(null)

  async function take(asked: Promise<Outcome<Dataset>>): Promise<boolean> {
    const outcome = await asked
    problem.value = outcome.ok ? null : outcome.error
    if (outcome.ok) ports.onDataset(outcome.value)
    return outcome.ok
  }

  return {
    versions,
    similar: createLoad(ports.similar),
    /** The two compared versions; null if none. */
    comparison,
    /** Why the last action failed. */
    problem,
    restore: (version: string): Promise<boolean> => take(ports.restore(version)),
    change: (change: DatasetChange): Promise<boolean> => take(ports.change(change)),
    retry: (): Promise<boolean> => take(ports.retry()),
    async remove(version: string): Promise<void> {
      const outcome = await ports.remove(version)
      problem.value = outcome.ok ? null : outcome.error
      if (!outcome.ok) return
      versions.value.value = versions.value.peek()?.filter(({ id }) => id !== version) ?? null
      await ports.refresh()
    },
    async compare(version: string, other?: string): Promise<void> {
      const outcome = await ports.compare(version, other)
      problem.value = outcome.ok ? null : outcome.error
      if (outcome.ok) comparison.value = outcome.value
    },
    closeComparison: (): void => void (comparison.value = null),
  }
}
export type Life = ReturnType<typeof createLife>
