import { computed, effect, signal } from '@preact/signals'
import type { Preview } from '#core/clean/preview.ts'
import type { Recipe } from '#core/clean/recipe.ts'
import { type StepId, steps } from '#core/clean/registry.ts'
import type { CleanField } from '#core/clean/rows.ts'
import type { SomeStep } from '#core/clean/step.ts'
import type { Suggestion } from '#core/clean/suggest/suggest-steps.ts'
import type { Cleaning, Dataset } from '../../api.ts'
import type { Outcome, Problem } from '../../transport.ts'
import { createHistory, type History } from './history.ts'

type Opened = { readonly fields: readonly CleanField[]; readonly rows: number; readonly of: number }

/** Ports of the screen. */
export type CleaningPorts = {
  readonly read: () => Promise<Outcome<Cleaning>>
  readonly open: () => Promise<Opened | null>
  readonly suggest: () => Promise<readonly Suggestion[] | null>
  readonly preview: (recipe: Recipe) => Promise<Preview | null>
  readonly apply: (recipe: Recipe, keeps: boolean) => Promise<Outcome<Dataset>>
  readonly keep: (keeps: boolean) => Promise<Outcome<{ keeps: boolean }>>
  readonly restore: (version: string) => Promise<Outcome<Dataset>>
  readonly onDataset: (dataset: Dataset) => void
}

const unreadable: Problem = {
  code: 'clean/unreadable',
  status: 0,
  message: 'The data could not be read in this page.',
  hint: 'Check the connection and try again.',
}

/** Runs one task at a time; of the inputs that arrive meanwhile, only the latest is used. */
function latestOnly<Input>(work: (input: Input) => Promise<void>) {
  let waiting: { readonly input: Input } | null = null
  let going = false
  return async (input: Input): Promise<void> => {
    waiting = { input }
    if (going) return
    going = true
    while (waiting !== null) {
      const { input: next }: { readonly input: Input } = waiting
      waiting = null
      await work(next)
    }
    going = false
  }
}

/** The loaded rows, suggestions and preview. */
function createLooking(ports: CleaningPorts, history: History) {
  const opened = signal<Opened | null>(null)
  const suggestions = signal<readonly Suggestion[] | null>(null)
  const preview = signal<Preview | null>(null)
  const cleaned = signal<Cleaning | null>(null)
  const problem = signal<Problem | null>(null)
  let stopLooking = (): void => {}

  const look = latestOnly(async (recipe: Recipe) => {
    const seen = await ports.preview(recipe)
    if (seen === null) problem.value = unreadable
    else preview.value = seen
  })

  return {
    opened,
    suggestions,
    preview,
    cleaned,
    problem,
    async start(): Promise<void> {
      problem.value = null
      const [made, found] = await Promise.all([ports.read(), ports.open()])
      if (made.ok) cleaned.value = made.value
      opened.value = found
      if (found === null) {
        problem.value = made.ok ? unreadable : made.error
        return
      }
      suggestions.value = await ports.suggest()
      if (suggestions.value === null) problem.value = unreadable
      stopLooking()
      stopLooking = effect(() => void look(history.recipe.value))
    },
    stop: (): void => stopLooking(),
  }
}

/** State of the cleaning screen. */
export function createCleaning(ports: CleaningPorts) {
  const history = createHistory()
  const looking = createLooking(ports, history)
  const { suggestions, preview, opened, problem, cleaned } = looking
  const editing = signal<number | null>(null)
  const isApplying = signal(false)
  const taken = computed(() => new Set(history.recipe.value.steps.map((step) => JSON.stringify(step))))
  const fieldsNow = (): readonly CleanField[] => preview.value?.columns ?? opened.value?.fields ?? []

  async function settle(outcome: Promise<Outcome<Dataset>>): Promise<void> {
    isApplying.value = true
    const done = await outcome
    isApplying.value = false
    problem.value = done.ok ? null : done.error
    if (done.ok) ports.onDataset(done.value)
  }

  return {
    ...history,
    ...looking,
    editing,
    isApplying,
    /** Suggestions that are not in the recipe; null while loading. */
    suggestions: computed(
      () => suggestions.value?.filter(({ take }) => !taken.value.has(JSON.stringify(take))) ?? null,
    ),
    take: (suggestion: Suggestion): void => history.insert(suggestion.take),
    /** Adds a step with default settings and opens it; false if no column fits. */
    begin(step: StepId): boolean {
      const kind: SomeStep = steps[step]
      const settings = kind.begin(fieldsNow())
      if (settings === null) return false
      history.add({ step, settings })
      editing.value = history.recipe.value.steps.length - 1
      return true
    },
    /** Columns available to a step. */
    fieldsAt: (at: number): readonly CleanField[] => preview.value?.fieldsAt[at] ?? fieldsNow(),
    apply: (keeps: boolean): Promise<void> => settle(ports.apply(history.recipe.value, keeps)),
    restore: (version: string): Promise<void> => settle(ports.restore(version)),
    async keep(keeps: boolean): Promise<void> {
      const done = await ports.keep(keeps)
      if (done.ok && cleaned.value) cleaned.value = { ...cleaned.value, keeps: done.value.keeps }
      problem.value = done.ok ? null : done.error
    },
  }
}
export type CleaningScreen = ReturnType<typeof createCleaning>
