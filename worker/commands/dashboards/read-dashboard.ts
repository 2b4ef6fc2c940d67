import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toWireDashboard } from '../../wire/dashboard.ts'
import { documentFor } from '../../data/document-for.ts'
import { defineCommand } from '../command.ts'

export const readDashboard = defineCommand({
  summary: 'One dashboard with its tiles.',
  access: 'guest',
  needs: { may: 'read', object: 'dashboard' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const found = await deps.store.dashboards.find(id)
    if (!found) return fail('dashboard/not-found')
    return ok(toWireDashboard({ ...found, document: await documentFor(deps, found.document) }))
  },
})
