import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { User } from '../../db/accounts.ts'
import { digest } from '../../security/digest.ts'
import { passwordMatches } from '../../security/password.ts'
import type { Deps } from '../command.ts'

/**
 * The caller, if they know their password. Attempts are counted per session, so that those of strangers on the e-mail
 * do not block its owner.
 */
export async function knowsPassword(deps: Deps, password: string): Promise<Result<User, Failure>> {
  const { accounts, attempts, caller, config, now } = deps
  const user = await accounts.byId(caller.user)
  if (!user) return fail('access/session-needed')
  const [key, limit] = [digest(`password ${caller.session}`), config.signIn.fromAddress]
  if (!(await attempts.admit(key, now(), limit)))
    return fail('account/locked', { minutes: Math.round(limit.lasts / 60_000) })
  if (!(await passwordMatches(password, user.passwordHash))) return fail('account/wrong-password')
  await attempts.forgive([key])
  return ok(user)
}
