import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { digest } from '../../security/digest.ts'
import type { Service } from '../../service.ts'

/**
 * Counts an attempt on an e-mail and refuses it when there were too many, whether the e-mail is known or not.
 * The attempt must be forgiven when it succeeds.
 */
export async function guardSignIn(
  service: Service,
  email: string,
): Promise<Result<{ forgive: () => Promise<unknown> }, Failure>> {
  const { guard, config, now } = service
  const emailHash = digest(email)
  const attempts = await guard.count(emailHash, now(), config.lock)
  if (attempts > config.lock.failures)
    return fail('account/locked', { minutes: Math.round(config.lock.lasts / 60_000) })
  return ok({ forgive: () => guard.forgive(emailHash) })
}
