import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { hashPassword, passwordMatches } from '../../security/password.ts'
import { defineCommand } from '../command.ts'
import { anyPassword, newPassword } from './credentials.ts'
import { closeLines } from './end-sessions.ts'
import { guardSignIn } from './guard-sign-in.ts'

export const changePassword = defineCommand({
  summary: 'Change one’s password; every other session ends.',
  access: 'member',
  input: z.object({ current: anyPassword, next: newPassword }),
  async run(deps, { current, next }) {
    const { accounts, caller, sessions } = deps
    const user = await accounts.byId(caller.user)
    if (!user?.email) return fail('access/session-needed')
    const admitted = await guardSignIn(deps, user.email)
    if (!admitted.ok) return admitted
    if (!(await passwordMatches(current, user.passwordHash))) return fail('account/wrong-password')
    await admitted.value.forgive()
    await accounts.setPassword(user.id, await hashPassword(next))
    closeLines(deps, await sessions.revokeOthers(user.id, caller.session, deps.now()))
    return ok(null)
  },
})
