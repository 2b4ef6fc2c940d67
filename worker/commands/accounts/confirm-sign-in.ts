import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { defineCommand } from '../command.ts'
import { answerChallenge } from './challenges.ts'
import { answered } from './credentials.ts'
import type { SignedIn } from './open-session.ts'
import { letIn, trustDevice } from './second-step.ts'

/** `device` goes into the browser’s cookie; null if it is not to be trusted. */
export type Confirmed = SignedIn & { readonly device: string | null }

export const confirmSignIn = defineCommand({
  summary: 'Finish signing in with the code; the browser may be trusted for 30 days.',
  access: 'anyone',
  needs: null,
  effect: 'write',
  limit: { kind: 'sign-in', weight: 3 },
  input: answered.extend({ trust: z.boolean() }),
  async run(deps, { trust, ...given }): Promise<Result<Confirmed>> {
    const answer = await answerChallenge(deps, given, ['sign-in'])
    if (!answer.ok) return answer
    const { userId, email } = answer.value
    // A code that came by mail shows that mail to the address arrives.
    if (email !== null) await deps.accounts.verifyEmail(userId, email, deps.now())
    const user = await deps.accounts.byId(userId)
    if (!user?.isActive) return fail('account/refused')
    const opened = await letIn(deps, user)
    if (!opened.ok) return opened
    return ok({ ...opened.value, device: trust ? await trustDevice(deps, user) : null })
  },
})
