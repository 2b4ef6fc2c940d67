import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const readSecurity = defineCommand({
  summary: 'How one signs in: whether a code is asked for, and of what.',
  access: 'guest',
  needs: null,
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  async run({ accounts, authenticators, caller, mailer }) {
    const user = await accounts.byId(caller.user)
    if (!user) return fail('access/session-needed')
    const app = await authenticators.find(user.id)
    return ok({
      sendsMail: mailer !== null,
      wantsCode: user.wantsCode,
      hasApp: Boolean(app?.confirmedAt),
      recoveryCodes: await authenticators.left(user.id),
    })
  },
})
