import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { newRecoveryCode } from '../../security/code.ts'
import { digest } from '../../security/digest.ts'
import { defineCommand } from '../command.ts'
import { admitTry, isOfApp } from './challenges.ts'
import { code } from './credentials.ts'
import { tellOwner } from './tell-owner.ts'

const recoveryCodes = 10

export const confirmApp = defineCommand({
  summary: 'Turn an authenticator app on with its first code; the recovery codes are in this answer alone.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 2 },
  input: z.object({ code }),
  async run(deps, given) {
    const { accounts, authenticators, caller, now } = deps
    const app = await authenticators.find(caller.user)
    if (!app) return fail('account/step-over')
    if (app.confirmedAt) return fail('account/app-in-use')
    const admitted = await admitTry(deps, caller.user, 'app')
    if (!admitted.ok) return admitted
    if (!(await isOfApp(deps, caller.user, given.code))) return fail('account/wrong-code')
    await admitted.value.forgive()
    const codes = Array.from({ length: recoveryCodes }, newRecoveryCode)
    const hashes = codes.map((each) => digest(`recovery ${caller.user} ${each}`))
    await authenticators.confirm(caller.user, now(), hashes)
    const user = await accounts.byId(caller.user)
    if (user?.emailVerifiedAt) await tellOwner(deps, user, 'second-step-on')
    return ok({ codes })
  },
})
