import { z } from 'zod'
import { passwordProblem } from '#core/access/password-problem.ts'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { hashPassword } from '../../security/password.ts'
import { defineCommand } from '../command.ts'
import { anyPassword, newPassword } from './credentials.ts'
import { closeLines } from './end-sessions.ts'
import { knowsPassword } from './knows-password.ts'
import { tellOwner } from './tell-owner.ts'

export const changePassword = defineCommand({
  summary: 'Change one’s password; every other session and every personal token ends.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 5 },
  input: z.object({ current: anyPassword, next: newPassword }),
  async run(deps, { current, next }) {
    const { caller, now, personalTokens, sessions } = deps
    const known = await knowsPassword(deps, current)
    if (!known.ok) return known
    const user = known.value
    const problem = passwordProblem(next, { name: user.name, email: user.email ?? '' })
    if (problem) return { ok: false, error: problem }
    const change = { hash: await hashPassword(next), session: caller.session, now: now() }
    const ended = await sessions.changePassword(user, change)
    if (!ended) return fail('account/wrong-password')
    closeLines(deps, ended)
    await personalTokens.removeAll(caller.user)
    await tellOwner(deps, user, 'password-changed')
    return ok(null)
  },
})
