import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { User } from '../../db/accounts.ts'
import type { Device } from '../../db/devices.ts'
import { digest } from '../../security/digest.ts'
import { randomToken } from '../../security/random.ts'
import type { Service } from '../../service.ts'
import type { VisitorDeps } from '../command.ts'
import { closeLines } from './end-sessions.ts'
import { openSession, type SignedIn } from './open-session.ts'
import { startChallenge, type Step } from './challenges.ts'
import { tellOwner } from './tell-owner.ts'

/** True if sign-in asks for a code by mail: the person wants it, or the account is of a business. */
const wantsMail = ({ wantsCode, accountType, emailVerifiedAt }: User): boolean =>
  accountType === 'business' || (wantsCode && emailVerifiedAt !== null)

/** The second step of a sign-in; null if none is needed. */
export async function secondStep(service: Service, user: User): Promise<Result<Step | null, Failure>> {
  const app = await service.authenticators.find(user.id)
  if (app?.confirmedAt) return startChallenge(service, { user: user.id, purpose: 'sign-in', email: null })
  if (!wantsMail(user) || !service.mailer) return ok(null)
  return startChallenge(service, { user: user.id, purpose: 'sign-in', email: user.email })
}

/** The trusted device of a cookie, if it is this user’s. */
export async function deviceOf(service: Service, user: User | undefined, token: string | null) {
  return user && token !== null ? service.devices.trusted(user.id, digest(token), service.now()) : undefined
}

/** Trusts this browser from now on; the token goes into its cookie. */
export async function trustDevice({ devices, config, now, newId, client }: VisitorDeps, user: User): Promise<string> {
  const [token, at] = [randomToken(32), now()]
  const device: Device = {
    id: newId(),
    userId: user.id,
    tokenHash: digest(token),
    name: client.device,
    createdAt: at,
    lastUsedAt: at,
    expiresAt: new Date(at.getTime() + config.deviceTrust),
  }
  await devices.add(device)
  return token
}

/** Lets somebody in whose password, and code where one is needed, were right. It keeps an account that was to go. */
export async function letIn(deps: VisitorDeps, user: User): Promise<Result<SignedIn, Failure>> {
  const { accounts, sessions, client, now } = deps
  const at = now()
  const isNew = !(await sessions.knowsDevice(user.id, client.device))
  const workspace = await accounts.lastWorkspace(user.id)
  const known = { ...user, lastSignInAt: at, deleteAt: null }
  const opened = workspace && (await openSession(deps, known, workspace, client))
  if (!opened) return fail('account/refused')
  if (deps.caller && deps.caller.scope === undefined) closeLines(deps, await sessions.revoke(deps.caller.session, at))
  deps.trail.visited({ workspace, user: user.id })
  await accounts.signedIn(user.id, at)
  if (isNew && user.emailVerifiedAt !== null) await tellOwner(deps, user, 'new-device')
  return ok(opened)
}
