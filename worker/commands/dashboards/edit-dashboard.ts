import { z } from 'zod'
import { applyEdit, parseEdit, type Edit } from '#core/dashboard/apply-edit.ts'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import { fail } from '#core/errors.ts'
import { isDeeperThan } from '#core/query/is-deeper-than.ts'
import { ok, type Result } from '#core/result.ts'
import { defineCommand } from '../command.ts'
import { isTooLarge } from './largest-document.ts'

type Step = { readonly version: number; readonly edit: Edit; readonly inverse: Edit }
type Applied = { readonly document: Dashboard; readonly steps: readonly Step[] }

/** Maximum nesting of an edit, because filters are read recursively. */
const deepest = 50

/** Applies all edits in order, or none. */
function applyAll(start: Dashboard, inputs: readonly unknown[]): Result<Applied> {
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

export const editDashboard = defineCommand({
  summary: 'Change a dashboard by edits, all or none; refused when it has changed since the version named.',
  access: 'guest',
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string(), version: z.int().min(0), edits: z.array(z.unknown()).min(1).max(100) }),
  async run({ store, caller, now }, { id, version, edits }) {
    const from = await store.dashboards.find(id)
    if (!from) return fail('dashboard/not-found')
    if (from.version !== version) return fail('dashboard/conflict', { version: from.version })
    const applied = applyAll(from.document, edits)
    if (!applied.ok) return applied
    const { document, steps } = applied.value
    if (isTooLarge(document)) return fail('dashboard/too-large')
    const at = now()
    const log = steps.map((step) => ({ ...step, userId: caller.user, createdAt: at }))
    if (!(await store.dashboards.change({ from, to: document, edits: log, at }))) {
      const latest = await store.dashboards.find(id)
      return latest ? fail('dashboard/conflict', { version: latest.version }) : fail('dashboard/not-found')
    }
    return ok({ dashboard: document, inverses: steps.map(({ inverse }) => inverse).reverse() })
  },
})
