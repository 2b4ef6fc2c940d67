import { z } from 'zod'
import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import type { Dashboard } from './dashboard.ts'
import type { EditKind } from './edit.ts'
import { edits, type EditType } from './registry.ts'

/** One change to a dashboard, as it is sent, stored and replayed. */
export type Edit = {
  [Type in EditType]: { readonly type: Type; readonly payload: z.infer<(typeof edits)[Type]['payload']> }
}[EditType]

const envelope = z.object({ type: z.enum(Object.keys(edits) as [EditType, ...EditType[]]), payload: z.unknown() })

/** The first thing wrong, with where it is. */
function reasonOf(error: z.ZodError): string {
  const [issue] = error.issues
  const where = issue?.path.join('.')
  return `${where ? `${where}: ` : ''}${issue?.message ?? 'not an edit'}`
}

/** Untrusted input in, a typed edit or a failure out. */
export function parseEdit(input: unknown): Result<Edit> {
  const outer = envelope.safeParse(input)
  if (!outer.success) return fail('dashboard/edit-invalid', { reason: reasonOf(outer.error) })
  const { type } = outer.data
  const inner = edits[type].payload.safeParse(outer.data.payload)
  if (!inner.success) return fail('dashboard/edit-invalid', { reason: reasonOf(inner.error) })
  return ok({ type, payload: inner.data } as Edit)
}

/** The dashboard after an edit, one version on, and the edit that takes it back. */
export function applyEdit(dashboard: Dashboard, edit: Edit): Result<{ dashboard: Dashboard; inverse: Edit }> {
  const kind = edits[edit.type] as EditKind<unknown>
  const applied = kind.apply(dashboard, edit.payload)
  if (!applied.ok) return applied
  const inverse = kind.inverse(dashboard, applied.value, edit.payload) as Edit
  return ok({ dashboard: { ...applied.value, version: dashboard.version + 1 }, inverse })
}
