import { computed, effect, signal } from '@preact/signals'
import type { ReadChoices } from '#core/ingest/choices.ts'
import type { TextPreview } from '#core/ingest/csv/preview-text.ts'
import type { Dataset } from '../../../api.ts'
import type { Outcome, Problem } from '../../../transport.ts'

/** The first bytes of the uploaded file, and its total size. */
export type Head = { readonly bytes: Uint8Array; readonly size: number }

export type ImportPorts = {
  readonly head: () => Promise<Outcome<Head>>
  /** Previews a text file under some choices. */
  readonly preview: (head: Head, choices: ReadChoices) => Promise<TextPreview>
  readonly readAgain: (choices: ReadChoices) => Promise<Outcome<Dataset>>
  readonly onDataset: (dataset: Dataset) => void
}

const isSame = (a: ReadChoices, b: ReadChoices): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

/** State of the dialog: choices are previewed immediately and take effect only on request. */
export function createImport(ports: ImportPorts, before: ReadChoices, isText: boolean) {
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
    /** True if a choice differs from the last read. */
    isChanged: computed(() => !isSame(choices.value, before)),
    /** Sets a choice; undefined returns to detection. */
    choose<Key extends keyof ReadChoices>(key: Key, value: ReadChoices[Key] | undefined): void {
      const { [key]: _, ...rest } = choices.peek()
      choices.value = value === undefined ? rest : { ...rest, [key]: value }
    },
    /** Resets all choices to detection. */
    forget: (): void => void (choices.value = {}),
    /** Returns true if the file is being read again. */
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
export type ImportModel = ReturnType<typeof createImport>
