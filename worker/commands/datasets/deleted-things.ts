import { z } from 'zod'
import { ok } from '#core/result.ts'
import { toWireDeleted } from '../../wire/deleted.ts'
import { defineCommand } from '../command.ts'

export const deletedThings = defineCommand({
  summary:
    'What was deleted and can still be restored: datasets with the dashboards that went with them, and dashboards.',
  access: 'guest',
  needs: { may: 'read', object: 'workspace' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  async run({ store, config }) {
    const [datasets, dashboards] = await Promise.all([store.deleted.datasets(), store.deleted.dashboards()])
    return ok(toWireDeleted(datasets, dashboards, config.retention.deleted))
  },
})
