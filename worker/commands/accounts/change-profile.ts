import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { preferences, toWireAccount } from '../../wire/account.ts'
import { defineCommand } from '../command.ts'
import { personName } from './credentials.ts'

export const changeProfile = defineCommand({
  summary: 'Change one’s name and preferences; what is left out stays.',
  access: 'guest',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ name: personName.optional(), preferences: preferences.partial().optional() }),
  async run({ accounts, caller }, { name, preferences: wanted }) {
    const user = await accounts.changeProfile(caller.user, { name, preferences: wanted })
    return user ? ok(toWireAccount(user)) : fail('access/session-needed')
  },
})
