import { computed, signal } from '@preact/signals'
import type { Profile } from '#core/profile/profile.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Dataset } from '../../api.ts'
import type { RowViews } from '../../engine/row-views.ts'
import type { Outcome, Problem } from '../../transport.ts'
import { createGrid, type Grid } from './grid/model.ts'

/** Ports of a dataset's screen. */
export type DatasetPorts = {
  readonly model: () => Promise<Outcome<SemanticModel>>
  readonly suggestions: () => Promise<Outcome<readonly string[]>>
  readonly profile: () => Promise<Outcome<Profile>>
  /** The rows of the dataset's file. */
  readonly rows: () => RowViews
  readonly rename: (name: string) => Promise<Outcome<Dataset>>
  readonly retry: () => Promise<Outcome<Dataset>>
  readonly onDataset: (dataset: Dataset) => void
}

/** A lazily loaded value: not loaded, loaded or failed. */
export function createLoad<Value>(load: () => Promise<Outcome<Value>>) {
  const value = signal<Value | null>(null)
  const problem = signal<Problem | null>(null)
  let going: Promise<void> | null = null
  async function run(): Promise<void> {
    problem.value = null
    const outcome = await load()
    if (outcome.ok) value.value = outcome.value
    else problem.value = outcome.error
    going = null
  }
  return {
    value,
    problem,
    /** Loads once; again only after a failure. */
    need(): Promise<void> {
      if (value.peek() !== null) return Promise.resolve()
      going ??= run()
      return going
    },
  }
}

/** State of a dataset's screen; each part loads when first shown. */
export function createDatasetScreen(ports: DatasetPorts) {
  const model = createLoad(ports.model)
  const grid = signal<Grid | null>(null)
  const renaming = signal<Problem | null>(null)
  return {
    model,
    suggestions: createLoad(ports.suggestions),
    profile: createLoad(ports.profile),
    /** The grid; null until `needGrid` has loaded its inputs. */
    grid: computed(() => grid.value),
    async needGrid(): Promise<void> {
      await model.need()
      const known = model.value.peek()
      if (known !== null) grid.value ??= createGrid(ports.rows(), known)
    },
    /** Called when the screen closes. */
    end(): void {
      grid.peek()?.end()
      grid.value = null
    },
    renameProblem: computed(() => renaming.value),
    /** Returns true if the name was accepted. */
    async rename(name: string): Promise<boolean> {
      const outcome = await ports.rename(name)
      renaming.value = outcome.ok ? null : outcome.error
      if (outcome.ok) ports.onDataset(outcome.value)
      return outcome.ok
    },
    async retry(): Promise<void> {
      const outcome = await ports.retry()
      if (outcome.ok) ports.onDataset(outcome.value)
    },
  }
}
export type DatasetScreen = ReturnType<typeof createDatasetScreen>
