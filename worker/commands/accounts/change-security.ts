import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toWireAccount } from '../../wire/account.ts'
import { defineCommand } from '../command.ts'
import { anyPassword } from './credentials.ts'
import { knowsPassword } from './knows-password.ts'

export const changeSecurity = defineCommand({
  summary: 'Choose whether signing in asks for a code by mail.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 5 },
  input: z.object({ wantsCode: z.boolean(), password: anyPassword }),
  async run(deps, { wantsCode, password }) {
    const known = await knowsPassword(deps, password)
    if (!known.ok) return known
    if (wantsCode && !deps.mailer) return fail('account/no-mail')
    if (wantsCode && known.value.emailVerifiedAt === null) return fail('account/email-unverified')
    const user = await deps.accounts.wantCode(known.value.id, wantsCode)
    return user ? ok(toWireAccount(user)) : fail('access/session-needed')
  },
})
