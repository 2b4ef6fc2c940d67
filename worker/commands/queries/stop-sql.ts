import { z } from 'zod'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const stopSql = defineCommand({
  summary: 'End the SQL queries of this caller that run or wait. Those who asked for them are told so.',
  access: 'guest',
  needs: { may: 'read', object: 'workspace' },
  effect: 'read',
  limit: { kind: 'query', weight: 1 },
  input: z.object({}),
  async run(deps) {
    await deps.sql.stop(deps.caller)
    return ok(null)
  },
})
