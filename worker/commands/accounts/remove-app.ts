import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'
import { anyPassword } from './credentials.ts'
import { knowsPassword } from './knows-password.ts'
import { tellOwner } from './tell-owner.ts'

export const removeApp = defineCommand({
  summary: 'Remove the authenticator app and its recovery codes.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 5 },
  input: z.object({ password: anyPassword }),
  async run(deps, { password }) {
    const known = await knowsPassword(deps, password)
    if (!known.ok) return known
    if (!(await deps.authenticators.remove(known.value.id))) return fail('account/not-listed')
    await tellOwner(deps, known.value, 'second-step-off')
    return ok(null)
  },
})
