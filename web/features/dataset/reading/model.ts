import { computed, effect, signal } from '@preact/signals'
import type { ReadChoices } from '#core/ingest/choices.ts'
import type { TextPreview } from '#core/ingest/csv/preview-text.ts'
import type { Dataset } from '../../../api.ts'
import type { Outcome, Problem } from '../../../transport.ts'

/** The beginning of a file as it was uploaded, and how many bytes the whole has. */
export type Head = { readonly bytes: Uint8Array; readonly size: number }

export type ReadingPorts = {
  readonly head: () => Promise<Outcome<Head>>
  /** How a text file would be read under some choices. */
  readonly preview: (head: Head, choices: ReadChoices) => Promise<TextPreview>
  readonly readAgain: (choices: ReadChoices) => Promise<Outcome<Dataset>>
  readonly onDataset: (dataset: Dataset) => void
}

const isSame = (a: ReadChoices, b: ReadChoices): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

/** Trying out how a file is read: every choice shows at once what would come of it, and nothing is done until it is asked for. */
export function createReading(ports: ReadingPorts, before: ReadChoices, isText: boolean) {
  const choices = signal<ReadChoices>(before)
  const head = signal<Head | null>(null)
  const preview = signal<TextPreview | null>(null)
  const problem = signal<Problem | null>(null)
  const isSending = signal(false)
  let turn = 0

  async function load(): Promise<void> {
    problem.value = null
    const got = await ports.head()
    if (got.ok) head.value = got.value
    else problem.value = got.error
  }

  async function show(of: Head, under: ReadChoices): Promise<void> {
    const mine = ++turn
    const shown = await ports.preview(of, under)
    if (mine === turn) preview.value = shown
  }

  const dispose = effect(() => {
    if (head.value) void show(head.value, choices.value)
  })
  if (isText) void load()

  return {
    choices: computed(() => choices.value),
    preview,
    problem,
    isSending,
    /** Is anything to be read otherwise than it was? */
    isChanged: computed(() => !isSame(choices.value, before)),
    /** Decides something; undefined leaves it to the evidence again. */
    choose<Key extends keyof ReadChoices>(key: Key, value: ReadChoices[Key] | undefined): void {
      const { [key]: _, ...rest } = choices.peek()
      choices.value = value === undefined ? rest : { ...rest, [key]: value }
    },
    /** Leaves everything to the evidence. */
    forget: (): void => void (choices.value = {}),
    /** True when the file is being read anew. */
    async readAgain(): Promise<boolean> {
      isSending.value = true
      const outcome = await ports.readAgain(choices.peek())
      isSending.value = false
      problem.value = outcome.ok ? null : outcome.error
      if (outcome.ok) ports.onDataset(outcome.value)
      return outcome.ok
    },
    retry: load,
    end: dispose,
  }
}
export type ReadingModel = ReturnType<typeof createReading>
