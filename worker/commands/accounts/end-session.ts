import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { asId } from '#core/ids.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'
import { closeLines } from './end-sessions.ts'

export const endSession = defineCommand({
  summary: 'Sign one of one’s devices out.',
  access: 'guest',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const ended = await deps.sessions.revokeOf(deps.caller.user, asId<'session'>(id), deps.now())
    if (ended.length === 0) return fail('account/not-listed')
    closeLines(deps, ended)
    return ok(null)
  },
})
