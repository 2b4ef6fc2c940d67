import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { digest } from '../../security/digest.ts'
import { randomToken } from '../../security/random.ts'
import { toWireShare } from '../../wire/dashboard.ts'
import { defineCommand } from '../command.ts'
import { shareRule } from './share-rule.ts'

export const createShare = defineCommand({
  summary: 'Make a public link to a dashboard: anybody who has it sees its figures, and nothing else.',
  access: 'guest',
  needs: { may: 'share', object: 'dashboard' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }).extend(shareRule),
  async run({ store, secrets, caller, now, newId, trail }, { id, isOpen, least }) {
    const dashboard = await store.dashboards.find(id)
    if (!dashboard) return fail('dashboard/not-found')
    const token = randomToken(16)
    const row = {
      id: newId<'share'>(),
      dashboardId: dashboard.id,
      tokenHash: digest(token),
      sealedToken: await secrets.seal(token),
      isOpen,
      least,
      createdAt: now(),
    }
    if (!(await store.shares.add(row))) return fail('dashboard/not-found')
    trail.changed({ object: `link ${row.id}`, before: null, after: { dashboard: id, isOpen, least } })
    return ok(toWireShare({ ...row, workspaceId: caller.workspace, revokedAt: null }, token))
  },
})
