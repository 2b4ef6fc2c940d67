import { z } from 'zod'
import { fail, type Failure } from '#core/errors.ts'
import type { Id } from '#core/ids.ts'
import { ok, type Result } from '#core/result.ts'
import { passwordProblem } from '#core/access/password-problem.ts'
import { privacyVersion } from '#core/access/privacy-version.ts'
import { addSample } from '../../data/sample.ts'
import { type Account, plainAccount, type User } from '../../db/accounts.ts'
import { post } from '../../data/post.ts'
import { welcomeMessage } from '../../mail/templates/welcome.ts'
import { hashPassword } from '../../security/password.ts'
import type { Caller } from '../../service.ts'
import { defineCommand, type VisitorDeps } from '../command.ts'
import { admitGuest } from './admit-guest.ts'
import { email, newPassword, personName } from './credentials.ts'
import { closeLines } from './end-sessions.ts'
import { openSession, type SignedIn } from './open-session.ts'

/** The guest becomes a member and keeps the workspace. Guest sessions end, because others may have them. */
async function promote(deps: VisitorDeps, { session, user }: Caller, account: Account): Promise<Result<User, Failure>> {
  const at = deps.now()
  const written = await deps.accounts.promote({ id: user, session, at }, account)
  if (written !== 'written') return fail(written === 'taken' ? 'account/email-taken' : 'account/signed-in')
  closeLines(deps, await deps.sessions.revoke(session, at))
  const member = await deps.accounts.byId(user)
  return member ? ok(member) : fail('access/session-needed')
}

async function create(deps: VisitorDeps, account: Account, workspace: Id<'workspace'>): Promise<Result<User, Failure>> {
  const admitted = await admitGuest(deps)
  if (!admitted.ok) return admitted
  const at = deps.now()
  const user: User = {
    ...plainAccount,
    ...account,
    id: deps.newId(),
    kind: 'member',
    preferences: { theme: 'system', notifications: true },
    isActive: true,
    lastSignInAt: at,
    createdAt: at,
  }
  if ((await deps.accounts.create(user, workspace)) !== 'written') return fail('account/email-taken')
  await addSample(deps, workspace)
  return ok(user)
}

export const signUp = defineCommand({
  summary: 'Create an account with e-mail and password; what was made as a guest is kept.',
  access: 'anyone',
  needs: null,
  effect: 'write',
  limit: { kind: 'sign-in', weight: 3 },
  input: z.object({ email, password: newPassword, name: personName, accountType: z.enum(['individual', 'business']) }),
  async run(deps, { password, ...who }): Promise<Result<SignedIn>> {
    if (deps.caller?.kind === 'member') return fail('account/signed-in')
    const problem = passwordProblem(password, who)
    if (problem) return { ok: false, error: problem }
    const account = { ...who, privacyVersion, passwordHash: await hashPassword(password) }
    const { caller } = deps
    const workspace = caller?.workspace ?? deps.newId<'workspace'>()
    const user = caller ? await promote(deps, caller, account) : await create(deps, account, workspace)
    if (!user.ok) return user
    const opened = await openSession(deps, user.value, workspace, deps.client)
    if (!opened) return fail('account/refused')
    await post(deps, who.email, welcomeMessage({ name: who.name, origin: deps.origin }))
    return ok(opened)
  },
})
