import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { newTotpSecret, totpAddress } from '../../security/totp.ts'
import { defineCommand } from '../command.ts'
import { anyPassword } from './credentials.ts'
import { knowsPassword } from './knows-password.ts'

export const startApp = defineCommand({
  summary: 'Start to set up an authenticator app; it counts once a code of it was right.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 5 },
  input: z.object({ password: anyPassword }),
  async run(deps, { password }) {
    const known = await knowsPassword(deps, password)
    if (!known.ok) return known
    const secret = newTotpSecret()
    const { id, email } = known.value
    if (!(await deps.authenticators.start(id, await deps.secrets.seal(secret)))) return fail('account/app-in-use')
    return ok({ secret, address: totpAddress(secret, email ?? '') })
  },
})
