import type { AccessRole } from '../access/principal.ts'
import { hasRight } from '../access/rights.ts'
import { applyEdit, parseEdit, type Edit } from '../dashboard/apply-edit.ts'
import type { Dashboard } from '../dashboard/dashboard.ts'
import { fail } from '../errors.ts'
import { isDeeperThan } from '../is-deeper-than.ts'
import { ok, type Result } from '../result.ts'

/** One edit that a room took: the version after it, and what takes it back. */
type Step = { readonly version: number; readonly edit: Edit; readonly inverse: Edit }

/** Edits as somebody sends them: who, the version they were made of, and untrusted JSON. */
export type Batch = { readonly by: AccessRole; readonly version: number; readonly edits: readonly unknown[] }

/** The document after a batch, and the edits that take it back, in the order to apply them. */
export type Edited = { readonly dashboard: Dashboard; readonly inverses: readonly Edit[] }

/** What a room asks of its host, in this order. Where a `store` comes too late, the host answers with a conflict instead. */
export type RoomEffect =
  | { readonly type: 'store'; readonly document: Dashboard; readonly steps: readonly Step[] }
  | { readonly type: 'answer'; readonly outcome: Result<Edited> }
  | { readonly type: 'tell'; readonly version: number }

/** The most edits in one batch. */
export const mostEdits = 100
/** Deeper than any honest edit; what reads an edit recurses into its filters. */
const deepest = 50
/** D1 stores rows of at most 2 MB: developers.cloudflare.com/d1/platform/limits */
const mostBytes = 500_000

/** Is a document too large to be stored? */
export const isTooLarge = (document: Dashboard): boolean =>
  new TextEncoder().encode(JSON.stringify(document)).length > mostBytes

const mayEdit = (role: AccessRole): boolean =>
  hasRight(role === 'public' ? null : role, { may: 'edit', object: 'dashboard' })

type Applied = { readonly document: Dashboard; readonly steps: readonly Step[] }

/** All edits, one after the other, or none. */
function applyAll(start: Dashboard, inputs: readonly unknown[]): Result<Applied> {
  if (inputs.length > mostEdits) return fail('dashboard/edit-invalid', { reason: `more than ${mostEdits} at once.` })
  if (isDeeperThan(inputs, deepest)) return fail('dashboard/edit-invalid', { reason: 'it is nested too deeply.' })
  let document = start
  const steps: Step[] = []
  for (const input of inputs) {
    const edit = parseEdit(input)
    if (!edit.ok) return edit
    const applied = applyEdit(document, edit.value)
    if (!applied.ok) return applied
    document = applied.value.dashboard
    steps.push({ version: document.version, edit: edit.value, inverse: applied.value.inverse })
  }
  return ok({ document, steps })
}

function take(document: Dashboard, { by, version, edits }: Batch): Result<Applied> {
  if (!mayEdit(by)) return fail('dashboard/not-yours', { role: by })
  if (version !== document.version) return fail('dashboard/conflict', { version: document.version })
  const applied = applyAll(document, edits)
  return applied.ok && isTooLarge(applied.value.document) ? fail('dashboard/too-large') : applied
}

/**
 * The room of one dashboard: a pure function of its document and a batch. The edge runs it with a database as its disk,
 * the browser with memory while a dashboard's file is not uploaded.
 */
export function stepRoom(
  document: Dashboard,
  batch: Batch,
): { readonly document: Dashboard; readonly effects: readonly RoomEffect[] } {
  const taken = take(document, batch)
  if (!taken.ok) return { document, effects: [{ type: 'answer', outcome: taken }] }
  const { document: next, steps } = taken.value
  const inverses = steps.map(({ inverse }) => inverse).reverse()
  return {
    document: next,
    effects: [
      { type: 'store', document: next, steps },
      { type: 'answer', outcome: ok({ dashboard: next, inverses }) },
      { type: 'tell', version: next.version },
    ],
  }
}
