import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { asId } from '#core/ids.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const forgetDevice = defineCommand({
  summary: 'No longer trust a browser: its next sign-in asks for the second step.',
  access: 'guest',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  run: async ({ devices, caller }, { id }) =>
    (await devices.remove(caller.user, asId<'device'>(id))) ? ok(null) : fail('account/not-listed'),
})
