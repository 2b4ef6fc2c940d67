import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { preferences, toWireAccount } from '../../wire/account.ts'
import { defineCommand } from '../command.ts'
import { personName } from './credentials.ts'

export const changeProfile = defineCommand({
  summary: 'Change one’s name and preferences; what is left out stays.',
  access: 'guest',
  input: z.object({ name: personName.optional(), preferences: preferences.partial().optional() }),
  async run({ accounts, caller }, { name, preferences: wanted }) {
    const user = await accounts.byId(caller.user)
    if (!user) return fail('access/session-needed')
    const { theme = user.preferences.theme, notifications = user.preferences.notifications } = wanted ?? {}
    const profile = { name: name ?? user.name, preferences: { theme, notifications } }
    await accounts.setProfile(caller.user, profile)
    return ok(toWireAccount({ ...user, ...profile }))
  },
})
