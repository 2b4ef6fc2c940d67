import { z } from 'zod'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const readUsage = defineCommand({
  summary: 'What the workspace stores and holds, and how long its audit log is kept.',
  access: 'guest',
  needs: { may: 'read', object: 'audit' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  async run({ store, config }) {
    const [used, members, projects, auditDays] = await Promise.all([
      store.usage(),
      store.members.all(),
      store.projects.all(),
      store.audit.keptDays(),
    ])
    const hasQuota = members.every(({ kind }) => kind === 'guest')
    const quota = hasQuota ? { datasets: config.guest.datasets, bytes: config.guest.bytes } : null
    return ok({ ...used, members: members.length, projects: projects.length, quota, auditDays })
  },
})
