import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { passwordMatches } from '../../security/password.ts'
import { defineCommand } from '../command.ts'
import { anyPassword, email } from './credentials.ts'
import { closeLines } from './end-sessions.ts'
import { guardSignIn } from './guard-sign-in.ts'
import { openSession } from './open-session.ts'

export const signIn = defineCommand({
  summary: 'Sign in with e-mail and password.',
  access: 'anyone',
  needs: null,
  effect: 'write',
  limit: { kind: 'sign-in', weight: 3 },
  input: z.object({ email, password: anyPassword }),
  async run(deps, { email, password }) {
    const admitted = await guardSignIn(deps, email)
    if (!admitted.ok) return admitted
    const user = await deps.accounts.byEmail(email)
    // Compared even for an unknown user, so that response time reveals nothing.
    const matches = await passwordMatches(password, user?.passwordHash ?? null)
    if (!user || !matches || !user.isActive) return fail('account/refused')
    await admitted.value.forgive()
    const at = deps.now()
    const workspace = await deps.accounts.lastWorkspace(user.id)
    const opened = workspace && (await openSession(deps, { ...user, lastSignInAt: at }, workspace))
    if (!opened) return fail('account/refused')
    if (deps.caller) closeLines(deps, await deps.sessions.revoke(deps.caller.session, at))
    deps.trail.visited({ workspace, user: user.id })
    await deps.accounts.signedIn(user.id, at)
    return ok(opened)
  },
})
