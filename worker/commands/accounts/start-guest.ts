import { z } from 'zod'
import { fail } from '#core/errors.ts'
import type { Id } from '#core/ids.ts'
import { ok, type Result } from '#core/result.ts'
import { plainAccount, type User } from '../../db/accounts.ts'
import { addSample } from '../../data/sample.ts'
import type { Service } from '../../service.ts'
import { defineCommand, type VisitorDeps } from '../command.ts'
import { admitGuest } from './admit-guest.ts'
import { openSession, type SignedIn } from './open-session.ts'
import { refreshSession } from './refresh-session.ts'

/** Without tokens, the existing session continues. */
type Started = SignedIn | { readonly user: User; readonly tokens: null }

/** The existing session of this browser: a second tab may ask before it has the cookies. */
async function whoIsHere(deps: VisitorDeps, refreshToken: string | null): Promise<Started | null> {
  const user = deps.caller && (await deps.accounts.byId(deps.caller.user))
  if (user) return { user, tokens: null }
  const renewed = refreshToken ? await refreshSession.run(deps, { refreshToken }) : null
  return renewed?.ok ? renewed.value : null
}

async function create(service: Service, workspace: Id<'workspace'>): Promise<User> {
  const now = service.now()
  const guest: User = {
    id: service.newId(),
    kind: 'guest',
    email: null,
    name: 'Guest',
    passwordHash: null,
    preferences: { theme: 'system', notifications: true },
    isActive: true,
    lastSignInAt: now,
    createdAt: now,
    ...plainAccount,
  }
  await service.accounts.create(guest, workspace)
  await addSample(service, workspace)
  return guest
}

export const startGuest = defineCommand({
  summary:
    'Start working without an account, in a workspace of one’s own with a sample dataset in it. A browser that is in a session stays in it.',
  access: 'anyone',
  needs: null,
  effect: 'write',
  limit: { kind: 'sign-in', weight: 1 },
  input: z.object({ by: z.enum(['browser', 'program']), refreshToken: z.string().max(200).nullable() }),
  async run(deps, { by, refreshToken }): Promise<Result<Started>> {
    const here = by === 'browser' ? await whoIsHere(deps, refreshToken) : null
    if (here) return ok(here)
    const admitted = await admitGuest(deps)
    if (!admitted.ok) return admitted
    const workspace = deps.newId<'workspace'>()
    const opened = await openSession(deps, await create(deps, workspace), workspace, deps.client)
    return opened ? ok(opened) : fail('account/refused')
  },
})
