import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { asId } from '#core/ids.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'
import { closeLines } from './end-sessions.ts'

export const revokeToken = defineCommand({
  summary: 'Revoke a personal token.',
  access: 'guest',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const { personalTokens, caller } = deps
    if (!(await personalTokens.remove(caller.user, asId<'token'>(id)))) return fail('account/not-listed')
    // The sockets of a token are known by its id.
    closeLines(deps, [{ id: asId<'session'>(id), workspace: caller.workspace }])
    return ok(null)
  },
})
