import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { digest } from '../../security/digest.ts'
import type { VisitorDeps } from '../command.ts'

type Admitted = { readonly forgive: () => Promise<unknown> }

/**
 * Counts an attempt on an e-mail and refuses it when there were too many, whether the e-mail is known or not: few from
 * one address, so that nobody else is locked out, and more from all, which many addresses share. What the first refuses
 * does not count for the second. The attempt must be forgiven when it succeeds.
 */
export async function guardSignIn(
  { attempts, config, now, address }: VisitorDeps,
  email: string,
): Promise<Result<Admitted, Failure>> {
  const { fromAddress, fromAll } = config.signIn
  const all = { key: digest(`sign-in ${email}`), limit: fromAll }
  const guards = address === null ? [all] : [{ key: digest(`sign-in ${email} ${address}`), limit: fromAddress }, all]
  for (const { key, limit } of guards) {
    if (!(await attempts.admit(key, now(), limit)))
      return fail('account/locked', { minutes: Math.round(limit.lasts / 60_000) })
  }
  return ok({ forgive: () => attempts.forgive(guards.map(({ key }) => key)) })
}
