import { computed, signal } from '@preact/signals'
import { applyEdit, type Edit } from '#core/dashboard/apply-edit.ts'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import type { Outcome } from '../../transport.ts'
import { createSaving, type SavingPorts } from './saving.ts'

const undoDepth = 100

/** A dashboard being edited: edits show immediately, save automatically and can be undone. */
export function createDashboard(initial: Dashboard, ports: SavingPorts) {
  const { document, state, refused, send, hear } = createSaving(initial, ports)
  const undoable = signal<readonly Edit[]>([])
  const redoable = signal<readonly Edit[]>([])

  /** Applies an edit and returns its inverse. */
  function perform(edit: Edit): Outcome<Edit> {
    const result = applyEdit(document.value, edit)
    if (!result.ok) return result
    send(edit)
    return { ok: true, value: result.value.inverse }
  }

  function takeBack(from: typeof undoable, to: typeof undoable): void {
    const edit = from.value.at(-1)
    if (!edit) return
    from.value = from.value.slice(0, -1)
    const inverse = perform(edit)
    if (inverse.ok) to.value = [...to.value, inverse.value]
  }

  return {
    document,
    saving: state,
    refused,
    hear,
    canUndo: computed(() => undoable.value.length > 0),
    canRedo: computed(() => redoable.value.length > 0),
    /** Applies an edit; an invalid one changes nothing and returns the reason. */
    edit(edit: Edit): Outcome<Edit> {
      const inverse = perform(edit)
      if (inverse.ok) {
        undoable.value = [...undoable.value.slice(1 - undoDepth), inverse.value]
        redoable.value = []
      }
      return inverse
    },
    undo: () => takeBack(undoable, redoable),
    redo: () => takeBack(redoable, undoable),
  }
}
export type DashboardModel = ReturnType<typeof createDashboard>
