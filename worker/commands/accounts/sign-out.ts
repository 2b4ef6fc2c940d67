import { z } from 'zod'
import { ok } from '#core/result.ts'
import { digest } from '../../security/digest.ts'
import { defineCommand } from '../command.ts'
import { closeLines } from './end-sessions.ts'

export const signOut = defineCommand({
  summary: 'End this session.',
  access: 'anyone',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ refreshToken: z.string().max(200).nullable() }),
  async run(deps, { refreshToken }) {
    const { caller, sessions } = deps
    const held = refreshToken ? await sessions.ofToken(digest(refreshToken)) : undefined
    const session = caller?.session ?? held?.id
    if (session) closeLines(deps, await sessions.revoke(session, deps.now()))
    return ok(null)
  },
})
