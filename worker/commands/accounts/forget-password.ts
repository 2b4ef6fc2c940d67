import { z } from 'zod'
import { ok } from '#core/result.ts'
import { post } from '../../data/post.ts'
import { resetMessage } from '../../mail/templates/reset.ts'
import { digest } from '../../security/digest.ts'
import { randomToken } from '../../security/random.ts'
import { defineCommand, type VisitorDeps } from '../command.ts'
import { email } from './credentials.ts'

/** Mails a link if there is such an account and not too many were asked for. */
async function mailLink(deps: VisitorDeps, to: string): Promise<void> {
  const { accounts, attempts, challenges, config, now, origin } = deps
  const user = await accounts.byEmail(to)
  if (!user?.isActive || !(await attempts.admit(digest(`mail ${to}`), now(), config.code.mails))) return
  const [token, at, { resetLasts }] = [randomToken(32), now(), config.code]
  const expiresAt = new Date(at.getTime() + resetLasts)
  const shared = { userId: user.id, purpose: 'reset' as const, email: to, codeHash: null }
  await challenges.add({ ...shared, hash: digest(token), sentAt: at, expiresAt })
  // After the sign “#”, so that the token reaches neither logs nor other sites.
  const address = `${origin}/reset#${token}`
  await post(deps, to, resetMessage({ address, minutes: Math.round(resetLasts / 60_000) }))
}

export const forgetPassword = defineCommand({
  summary: 'Mail a link to choose a new password. The answer is the same whether or not there is such an account.',
  access: 'anyone',
  needs: null,
  effect: 'write',
  limit: { kind: 'sign-in', weight: 3 },
  input: z.object({ email }),
  async run(deps, { email }) {
    // Goes on after the response, whose time would tell otherwise.
    deps.defer(mailLink(deps, email))
    return ok({ sendsMail: deps.mailer !== null })
  },
})
