import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { defineCommand } from '../command.ts'
import { startChallenge } from './challenges.ts'

export const sendEmailCode = defineCommand({
  summary: 'Mail a code that confirms one’s address.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 3 },
  input: z.object({}),
  async run(deps) {
    const user = await deps.accounts.byId(deps.caller.user)
    if (!user || user.email === null) return fail('access/session-needed')
    return startChallenge(deps, { user: user.id, purpose: 'verify', email: user.email })
  },
})
