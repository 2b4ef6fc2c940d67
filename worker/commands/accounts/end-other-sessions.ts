import { z } from 'zod'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'
import { closeLines } from './end-sessions.ts'

export const endOtherSessions = defineCommand({
  summary: 'Sign all one’s other devices out.',
  access: 'guest',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({}),
  async run(deps) {
    const { sessions, caller, now } = deps
    const ended = await sessions.revokeOthers(caller.user, caller.session, now())
    closeLines(deps, ended)
    return ok({ ended: ended.length })
  },
})
