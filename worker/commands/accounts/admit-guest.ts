import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { digest } from '../../security/digest.ts'
import type { VisitorDeps } from '../command.ts'

/** Counts a new workspace against the client address, regardless of any session. */
export async function admitGuest({ attempts, config, now, address }: VisitorDeps): Promise<Result<null, Failure>> {
  const limit = address === null ? config.guest.startsFromAll : config.guest.startsFromAddress
  const admitted = await attempts.admit(digest(`guest ${address}`), now(), limit)
  return admitted ? ok(null) : fail('account/too-many-guests', { minutes: Math.round(limit.lasts / 60_000) })
}
