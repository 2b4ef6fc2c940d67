import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toWireAccount } from '../../wire/account.ts'
import { defineCommand } from '../command.ts'

export const readMe = defineCommand({
  summary: 'Who is signed in.',
  access: 'guest',
  needs: null,
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  async run({ accounts, caller }) {
    const user = await accounts.byId(caller.user)
    return user ? ok(toWireAccount(user)) : fail('access/session-needed')
  },
})
