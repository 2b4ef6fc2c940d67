import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'
import { startChallenge, type Step } from './challenges.ts'
import { anyPassword, email } from './credentials.ts'
import { knowsPassword } from './knows-password.ts'
import { randomToken } from '../../security/random.ts'
import { maskedEmail } from './masked-email.ts'
import { tellOwner } from './tell-owner.ts'

export const changeEmail = defineCommand({
  summary: 'Ask for another e-mail address: a code goes to the new one, a notice to the old one.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 5 },
  input: z.object({ email, password: anyPassword }),
  async run(deps, { email, password }) {
    if (!deps.mailer) return fail('account/no-mail')
    const known = await knowsPassword(deps, password)
    if (!known.ok) return known
    const user = known.value
    const other = await deps.accounts.byEmail(email)
    await tellOwner(deps, user, 'email-asked')
    if (!other) return startChallenge(deps, { user: user.id, purpose: 'change', email })
    // The same answer; only the owner of the address learns that it is in use.
    await tellOwner(deps, { email }, 'address-known')
    const step: Step = { challenge: randomToken(32), sentTo: maskedEmail(email) }
    return ok(step)
  },
})
