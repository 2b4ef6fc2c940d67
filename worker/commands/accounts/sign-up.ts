import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { addSample } from '../../data/sample.ts'
import type { User } from '../../db/accounts.ts'
import { hashPassword } from '../../security/password.ts'
import { defineCommand, type VisitorDeps } from '../command.ts'
import { email, newPassword, personName } from './credentials.ts'
import { closeLines } from './end-sessions.ts'
import { openSession } from './open-session.ts'

type Account = { readonly email: string; readonly name: string; readonly passwordHash: string }

/** The guest becomes the member: same person, same workspace. Sessions of the guest end, for others may know them. */
async function promote(deps: VisitorDeps, guest: User, account: Account): Promise<User | null> {
  const at = deps.now()
  if (!(await deps.accounts.promote(guest.id, { ...account, at }))) return null
  if (deps.caller) closeLines(deps, await deps.sessions.revoke(deps.caller.session, at))
  return { ...guest, ...account, kind: 'member', lastSignInAt: at }
}

async function create(deps: VisitorDeps, account: Account): Promise<User | null> {
  const at = deps.now()
  const user: User = {
    ...account,
    id: deps.newId(),
    workspaceId: deps.newId(),
    kind: 'member',
    preferences: { theme: 'system', notifications: true },
    isActive: true,
    lastSignInAt: at,
    createdAt: at,
  }
  if (!(await deps.accounts.create(user))) return null
  await addSample(deps, user.workspaceId)
  return user
}

export const signUp = defineCommand({
  summary: 'Create an account with e-mail and password; what was made as a guest is kept.',
  access: 'anyone',
  input: z.object({ email, password: newPassword, name: personName }),
  async run(deps, { password, ...who }): Promise<Result<Awaited<ReturnType<typeof openSession>>>> {
    if (deps.caller?.kind === 'member') return fail('account/signed-in')
    const account = { ...who, passwordHash: await hashPassword(password) }
    const guest = deps.caller && (await deps.accounts.byId(deps.caller.user))
    const user = guest ? await promote(deps, guest, account) : await create(deps, account)
    return user ? ok(await openSession(deps, user)) : fail('account/email-taken')
  },
})
