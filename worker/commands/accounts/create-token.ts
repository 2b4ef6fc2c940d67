import { z } from 'zod'
import { tokenScopes } from '#core/access/token-scope.ts'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { day } from '#core/table/time-units.ts'
import { digest } from '../../security/digest.ts'
import { randomToken } from '../../security/random.ts'
import { tokenPrefix } from '../../security/token-prefix.ts'
import { toWireToken } from '../../wire/security.ts'
import { defineCommand } from '../command.ts'
import { tellOwner } from './tell-owner.ts'

const most = 20

export const createToken = defineCommand({
  summary: 'Make a personal token for a program. Its key is in this answer alone.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 2 },
  input: z.object({
    name: z.string().trim().min(1, 'Enter a name').max(80),
    scope: z.enum(tokenScopes),
    days: z.number().int().min(1).max(366),
  }),
  async run(deps, { name, scope, days }) {
    const { personalTokens, accounts, caller, newId, now } = deps
    if ((await personalTokens.of(caller.user)).length >= most) return fail('account/too-many-tokens', { most })
    const [key, at] = [`${tokenPrefix}${randomToken(32)}`, now()]
    const expiresAt = new Date(at.getTime() + days * day)
    const { user: userId, workspace: workspaceId } = caller
    const row = { id: newId<'token'>(), workspaceId, userId, name, scope, hash: digest(key), createdAt: at, expiresAt }
    await personalTokens.add(row)
    const user = await accounts.byId(userId)
    if (user?.emailVerifiedAt) await tellOwner(deps, user, 'token-made')
    return ok({ ...toWireToken({ ...row, lastUsedAt: null }), key })
  },
})
