import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { digest } from '../../security/digest.ts'
import { hashPassword, passwordMatches } from '../../security/password.ts'
import { defineCommand } from '../command.ts'
import { anyPassword, newPassword } from './credentials.ts'
import { closeLines } from './end-sessions.ts'

export const changePassword = defineCommand({
  summary: 'Change one’s password; every other session ends.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 5 },
  input: z.object({ current: anyPassword, next: newPassword }),
  async run(deps, { current, next }) {
    const { accounts, attempts, caller, config, now, sessions } = deps
    const user = await accounts.byId(caller.user)
    if (!user) return fail('access/session-needed')
    // Counted per session, so that attempts by strangers on the e-mail do not block its owner.
    const [key, limit] = [digest(`password ${caller.session}`), config.signIn.fromAddress]
    if (!(await attempts.admit(key, now(), limit)))
      return fail('account/locked', { minutes: Math.round(limit.lasts / 60_000) })
    if (!(await passwordMatches(current, user.passwordHash))) return fail('account/wrong-password')
    await attempts.forgive([key])
    const change = { hash: await hashPassword(next), session: caller.session, now: now() }
    const ended = await sessions.changePassword(user, change)
    if (!ended) return fail('account/wrong-password')
    closeLines(deps, ended)
    return ok(null)
  },
})
