import { z } from 'zod'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const keepAudit = defineCommand({
  summary: 'How many days the audit log is kept.',
  access: 'guest',
  needs: { may: 'administer', object: 'audit' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ days: z.int().min(30).max(3660) }),
  async run({ store, trail, caller }, { days }) {
    const before = await store.audit.keptDays()
    await store.audit.keep(days)
    trail.changed({ object: `audit ${caller.workspace}`, before: { days: before }, after: { days } })
    return ok(null)
  },
})
