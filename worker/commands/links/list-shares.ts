import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toWireShare } from '../../wire/dashboard.ts'
import { defineCommand } from '../command.ts'

export const listShares = defineCommand({
  summary: 'The public links of a dashboard, revoked ones included.',
  access: 'guest',
  needs: { may: 'share', object: 'dashboard' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run({ store, secrets }, { id }) {
    const dashboard = await store.dashboards.find(id)
    if (!dashboard) return fail('dashboard/not-found')
    const shares = await store.shares.of(dashboard.id)
    return ok(
      await Promise.all(shares.map(async (row) => toWireShare(row, (await secrets.unseal(row.sealedToken)) ?? ''))),
    )
  },
})
