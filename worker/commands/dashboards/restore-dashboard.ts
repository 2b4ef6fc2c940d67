import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toWireSummary } from '../../wire/dashboard.ts'
import { defineCommand } from '../command.ts'

export const restoreDashboard = defineCommand({
  summary: 'Bring back a deleted dashboard; its public links work again.',
  access: 'guest',
  needs: { may: 'edit', object: 'dashboard' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run({ store }, { id }) {
    const dashboard = (await store.deleted.dashboards()).find((each) => each.id === id)
    if (!dashboard) return fail('dashboard/not-deleted')
    if (!(await store.deleted.restoreDashboard(dashboard.id)))
      return fail('dashboard/without-dataset', { title: dashboard.document.title })
    return ok(toWireSummary(dashboard))
  },
})
