import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toWireAccount } from '../../wire/account.ts'
import { defineCommand } from '../command.ts'
import { answerChallenge } from './challenges.ts'
import { answered } from './credentials.ts'
import { tellOwner } from './tell-owner.ts'

export const confirmEmail = defineCommand({
  summary: 'Confirm one’s address, or the new one, with the code that was mailed to it.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 3 },
  input: answered,
  async run(deps, given) {
    const { accounts, caller, now } = deps
    const answer = await answerChallenge(deps, given, ['verify', 'change'])
    if (!answer.ok) return answer
    const { userId, email, purpose } = answer.value
    const before = await accounts.byId(caller.user)
    if (!before || userId !== caller.user || email === null) return fail('account/step-over')
    if (purpose === 'verify') await accounts.verifyEmail(userId, email, now())
    else if ((await accounts.changeEmail(userId, email, now())) !== 'written') return fail('account/email-taken')
    if (purpose === 'change')
      await Promise.all([tellOwner(deps, before, 'email-changed'), tellOwner(deps, { email }, 'email-changed')])
    const user = await accounts.byId(userId)
    return user ? ok(toWireAccount(user)) : fail('access/session-needed')
  },
})
