import { z } from 'zod'
import { passwordProblem } from '#core/access/password-problem.ts'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { digest } from '../../security/digest.ts'
import { hashPassword } from '../../security/password.ts'
import { defineCommand } from '../command.ts'
import { challengeToken, newPassword } from './credentials.ts'
import { closeLines } from './end-sessions.ts'
import { tellOwner } from './tell-owner.ts'

export const resetPassword = defineCommand({
  summary:
    'Choose a new password with the link of a mail. It ends every session, every personal token and every trust in a device.',
  access: 'anyone',
  needs: null,
  effect: 'write',
  limit: { kind: 'sign-in', weight: 3 },
  input: z.object({ token: challengeToken, password: newPassword }),
  async run(deps, { token, password }) {
    const { accounts, challenges, devices, personalTokens, sessions, now } = deps
    const found = await challenges.open(digest(token), now())
    const user = found?.purpose === 'reset' ? await accounts.byId(found.userId) : undefined
    // The link went to this address; whoever has it now may be somebody else.
    if (!found || !user?.isActive || user.email === null || user.email !== found.email) return fail('account/step-over')
    const problem = passwordProblem(password, { name: user.name, email: user.email })
    if (problem) return { ok: false, error: problem }
    const hash = await hashPassword(password)
    if (!(await challenges.use(found.hash, now()))) return fail('account/step-over')
    closeLines(deps, await sessions.resetPassword(user, { hash, now: now() }))
    await devices.removeAll(user.id)
    await personalTokens.removeAll(user.id)
    await accounts.verifyEmail(user.id, user.email, now())
    await tellOwner(deps, user, 'password-changed')
    return ok(null)
  },
})
