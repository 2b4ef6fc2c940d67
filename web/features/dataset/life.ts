import { signal } from '@preact/signals'
import type { Comparison, Dataset, DatasetChange, Similar, Version } from '../../api.ts'
import type { Outcome, Problem } from '../../transport.ts'
import { createLoad } from './model.ts'

/** Is a version on its way? */
export const isMoving = ({ status }: Pick<Version, 'status'>): boolean =>
  status === 'pending' || status === 'processing'

/** What the life of a dataset asks of the world. */
export type LifePorts = {
  readonly versions: () => Promise<Outcome<readonly Version[]>>
  readonly restore: (version: string) => Promise<Outcome<Dataset>>
  readonly remove: (version: string) => Promise<Outcome<unknown>>
  readonly compare: (version: string, other?: string) => Promise<Outcome<Comparison>>
  readonly similar: () => Promise<Outcome<readonly Similar[]>>
  readonly change: (change: DatasetChange) => Promise<Outcome<Dataset>>
  readonly retry: () => Promise<Outcome<Dataset>>
  readonly onDataset: (dataset: Dataset) => void
  /** Asks for the dataset as it is now. */
  readonly refresh: () => Promise<void>
}

/** What a dataset was and is to be: its versions, its words, its like. */
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
    /** The two versions that are looked at side by side; null while none are. */
    comparison,
    /** Why the last thing could not be done. */
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
