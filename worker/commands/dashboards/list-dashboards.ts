import { z } from 'zod'
import { ok } from '#core/result.ts'
import { toWireSummary } from '../../wire/dashboard.ts'
import { defineCommand } from '../command.ts'

export const listDashboards = defineCommand({
  summary: 'All dashboards of the workspace, the last changed first.',
  access: 'guest',
  needs: { may: 'read', object: 'workspace' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  run: async ({ store }) => ok((await store.dashboards.all()).map(toWireSummary)),
})
