import { fail, type Failure } from '#core/errors.ts'
import type { Id } from '#core/ids.ts'
import { ok, type Result } from '#core/result.ts'
import { post } from '../../data/post.ts'
import type { Challenge } from '../../db/challenges.ts'
import type { Purpose } from '../../db/schema/challenges.ts'
import { codeMessage } from '../../mail/templates/code.ts'
import { hashCode, newCode, sameHash } from '../../security/code.ts'
import { digest } from '../../security/digest.ts'
import { randomToken } from '../../security/random.ts'
import { totpStep } from '../../security/totp.ts'
import type { Service } from '../../service.ts'
import { maskedEmail } from './masked-email.ts'

/** What the browser holds while it waits for a code; `sentTo` is null where an app shows the code. */
export type Step = { readonly challenge: string; readonly sentTo: string | null }

type CodePurpose = Exclude<Purpose, 'reset'>
type Asked = { readonly user: Id<'user'>; readonly purpose: CodePurpose; readonly email: string | null }
type Given = { readonly challenge: string; readonly code: string }

const minutesOf = (milliseconds: number): number => Math.round(milliseconds / 60_000)

/** Counts a mail to an address, so that nobody is flooded. */
async function admitMail({ attempts, config, now }: Service, email: string): Promise<Result<null, Failure>> {
  const { mails } = config.code
  const admitted = await attempts.admit(digest(`mail ${email}`), now(), mails)
  return admitted ? ok(null) : fail('account/code-too-soon', { seconds: Math.round(mails.lasts / 1000) })
}

/** Asks for a code: mailed to the address, or of an authenticator app where there is none. */
export async function startChallenge(
  service: Service,
  { user, purpose, email }: Asked,
): Promise<Result<Step, Failure>> {
  const { challenges, config, now } = service
  if (email !== null && !service.mailer) return fail('account/no-mail')
  const admitted = email === null ? ok(null) : await admitMail(service, email)
  if (!admitted.ok) return admitted
  const [token, code, at] = [randomToken(32), newCode(), now()]
  await challenges.add({
    hash: digest(token),
    userId: user,
    purpose,
    email,
    codeHash: email === null ? null : hashCode(token, code),
    sentAt: at,
    expiresAt: new Date(at.getTime() + config.code.lasts),
  })
  if (email !== null)
    await post(service, email, codeMessage({ code, use: purpose, minutes: minutesOf(config.code.lasts) }))
  return ok({ challenge: token, sentTo: email === null ? null : maskedEmail(email) })
}

/** Mails another code; the one before is worth nothing then. */
export async function resendCode(service: Service, token: string): Promise<Result<Step, Failure>> {
  const { challenges, config, now } = service
  const at = now()
  const found = await challenges.open(digest(token), at)
  if (!found || found.email === null || found.purpose === 'reset') return fail('account/step-over')
  const wait = found.sentAt.getTime() + config.code.resendAfter - at.getTime()
  if (wait > 0) return fail('account/code-too-soon', { seconds: Math.ceil(wait / 1000) })
  const admitted = await admitMail(service, found.email)
  if (!admitted.ok) return admitted
  const code = newCode()
  const expiresAt = new Date(at.getTime() + config.code.lasts)
  const sent = { codeHash: hashCode(token, code), sentAt: at, expiresAt }
  if (!(await challenges.resend(found, sent))) return fail('account/step-over')
  const message = codeMessage({ code, use: found.purpose, minutes: minutesOf(config.code.lasts) })
  await post(service, found.email, message)
  return ok({ challenge: token, sentTo: maskedEmail(found.email) })
}

/** Is it the code that an app shows, or a recovery code? Each works once. */
export async function isOfApp(service: Service, user: Id<'user'>, code: string): Promise<boolean> {
  const { authenticators, secrets, now } = service
  const app = await authenticators.find(user)
  const secret = app && (await secrets.unseal(app.sealed))
  const step = secret ? totpStep(secret, code, now()) : null
  if (step !== null) return authenticators.useStep(user, step)
  const recovery = digest(`recovery ${user} ${code.trim().toLowerCase()}`)
  return app?.confirmedAt ? authenticators.useRecovery(user, recovery, now()) : false
}

const isRight = (
  service: Service,
  { codeHash, userId }: Challenge,
  { challenge, code }: Given,
): boolean | Promise<boolean> =>
  codeHash === null ? isOfApp(service, userId, code) : sameHash(hashCode(challenge, code), codeHash)

/** Counts a try of a code before it is judged; null if there were too many. */
export async function admitTry({ attempts, config, now }: Service, user: Id<'user'>, purpose: string) {
  const [key, { tries }] = [digest(`code ${user} ${purpose}`), config.code]
  if (!(await attempts.admit(key, now(), tries)))
    return fail('account/code-locked', { minutes: minutesOf(tries.lasts) })
  return ok({ forgive: () => attempts.forgive([key]) })
}

/** Answers a challenge, which works once. Tries are counted by person and purpose, over all their challenges. */
export async function answerChallenge(
  service: Service,
  given: Given,
  purposes: readonly CodePurpose[],
): Promise<Result<Challenge, Failure>> {
  const { challenges, now } = service
  const found = await challenges.open(digest(given.challenge), now())
  if (!found || !purposes.some((purpose) => purpose === found.purpose)) return fail('account/step-over')
  const admitted = await admitTry(service, found.userId, found.purpose)
  if (!admitted.ok) return admitted
  if (!(await isRight(service, found, given))) return fail('account/wrong-code')
  if (!(await challenges.use(found.hash, now()))) return fail('account/step-over')
  await admitted.value.forgive()
  return ok(found)
}
