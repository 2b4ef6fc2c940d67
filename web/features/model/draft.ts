import { computed, signal } from '@preact/signals'
import { type ModelDocument, modelDocument } from '#core/semantic/model/model-document.ts'

/** Stores unsaved changes between visits. */
export type DraftStore = {
  readonly read: () => string | null
  readonly write: (text: string | null) => void
}

/** The saved version that editing starts from. */
type Base = { readonly version: number; readonly document: ModelDocument }

const maxSteps = 200

function kept(store: DraftStore): Base | null {
  try {
    const found = JSON.parse(store.read() ?? 'null') as { version: number; document: unknown } | null
    const document = modelDocument.safeParse(found?.document)
    return found && document.success ? { version: Number(found.version), document: document.data } : null
  } catch {
    return null
  }
}

/** A document being edited: its undo history and base version. */
export function createDraft(store: DraftStore) {
  const base = signal<Base | null>(null)
  const past = signal<readonly ModelDocument[]>([])
  const now = signal<ModelDocument | null>(null)
  const future = signal<readonly ModelDocument[]>([])
  let lastKey = ''

  function keep(): void {
    const [from, document] = [base.value, now.value]
    const isChanged = from && document && JSON.stringify(document) !== JSON.stringify(from.document)
    store.write(isChanged ? JSON.stringify({ version: from.version, document }) : null)
  }

  function put(document: ModelDocument): void {
    now.value = document
    keep()
  }

  return {
    document: computed(() => now.value),
    base: computed(() => base.value),
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    isChanged: computed(() => JSON.stringify(now.value) !== JSON.stringify(base.value?.document ?? null)),
    /** Starts from the saved version, with this browser's unsaved changes to it. */
    begin(saved: Base): void {
      const left = kept(store)
      base.value = saved
      ;[past.value, future.value, lastKey] = [[], [], '']
      const isOfThis = left !== null && left.version === saved.version
      if (isOfThis) past.value = [saved.document]
      put(isOfThis ? left.document : saved.document)
    },
    /** Replaces base and document; undone changes stay undone. */
    rebase(saved: Base, document: ModelDocument): void {
      base.value = saved
      ;[past.value, future.value, lastKey] = [[...past.value, saved.document], [], '']
      put(document)
    },
    /** Applies a change. Consecutive changes with the same key are one undo step, such as typing. */
    change(key: string, to: (document: ModelDocument) => ModelDocument): void {
      const before = now.value
      if (before === null) return
      const after = to(before)
      if (JSON.stringify(after) === JSON.stringify(before)) return
      if (key !== lastKey || past.value.length === 0) past.value = [...past.value, before].slice(-maxSteps)
      lastKey = key
      future.value = []
      put(after)
    },
    undo(): void {
      const before = past.value.at(-1)
      if (before === undefined || now.value === null) return
      ;[past.value, future.value, lastKey] = [past.value.slice(0, -1), [now.value, ...future.value], '']
      put(before)
    },
    redo(): void {
      const [after, ...rest] = future.value
      if (after === undefined || now.value === null) return
      ;[past.value, future.value, lastKey] = [[...past.value, now.value], rest, '']
      put(after)
    },
  }
}
export type Draft = ReturnType<typeof createDraft>
