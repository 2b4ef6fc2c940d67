import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { digest } from '../../security/digest.ts'
import type { Device } from '../../db/devices.ts'
import type { VisitorDeps } from '../command.ts'

type Admitted = { readonly forgive: () => Promise<unknown> }

/**
 * Counts a sign-in attempt and refuses it above the limits, whether or not the e-mail exists: a low limit per
 * address, so that strangers cannot lock out the owner, and a higher one over all addresses. Attempts refused by the
 * first limit do not count for the second. A trusted device has a limit of its own alone, so that no stranger, at
 * whatever address, locks its owner out. A successful sign-in must be forgiven.
 */
export async function guardSignIn(
  { attempts, config, now, address }: VisitorDeps,
  email: string,
  trusted: Device | undefined,
): Promise<Result<Admitted, Failure>> {
  const { fromAddress, fromAll } = config.signIn
  const all = { key: digest(`sign-in ${email}`), limit: fromAll }
  const here = { key: digest(`sign-in ${email} ${address}`), limit: fromAddress }
  const shared = address === null ? [all] : [here, all]
  const guards = trusted ? [{ key: digest(`sign-in device ${trusted.id}`), limit: fromAddress }] : shared
  for (const { key, limit } of guards) {
    if (!(await attempts.admit(key, now(), limit)))
      return fail('account/locked', { minutes: Math.round(limit.lasts / 60_000) })
  }
  return ok({ forgive: () => attempts.forgive(guards.map(({ key }) => key)) })
}
