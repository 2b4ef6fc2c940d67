import { z } from 'zod'
import { seesEverything } from '#core/access/principal.ts'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

/** A page that missed more reads the whole document instead. */
const most = 500

export const readEdits = defineCommand({
  summary:
    'The edits of a dashboard after a version; none can be had where there are too many, or where parts are hidden.',
  access: 'guest',
  needs: { may: 'read', object: 'dashboard' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string(), after: z.coerce.number().int().min(0) }),
  async run({ store, principal }, { id, after }) {
    const found = await store.dashboards.find(id)
    if (!found) return fail('dashboard/not-found')
    const missing = found.version - after
    if (!seesEverything(principal) || missing < 0 || missing > most) return ok({ edits: null })
    const edits = await store.dashboards.editsAfter(found.id, after, missing)
    return ok({ edits: edits.length === missing ? [...edits] : null })
  },
})
