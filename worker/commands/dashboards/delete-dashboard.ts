import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const deleteDashboard = defineCommand({
  summary: 'Delete a dashboard; its public links stop working at once.',
  access: 'guest',
  needs: { may: 'edit', object: 'dashboard' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run({ store, now }, { id }) {
    const found = await store.dashboards.find(id)
    if (!found || !(await store.dashboards.remove(found.id, now()))) return fail('dashboard/not-found')
    return ok(null)
  },
})
