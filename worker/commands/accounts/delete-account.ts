import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'
import { anyPassword } from './credentials.ts'
import { closeLines } from './end-sessions.ts'
import { knowsPassword } from './knows-password.ts'
import { tellOwner } from './tell-owner.ts'

export const deleteAccount = defineCommand({
  summary: 'Delete one’s account in 14 days, and sign out everywhere. Signing in before then keeps it.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 5 },
  input: z.object({ password: anyPassword }),
  async run(deps, { password }) {
    const { accounts, config, sessions, now } = deps
    const known = await knowsPassword(deps, password)
    if (!known.ok) return known
    if (await deps.workspaces.isNeeded(known.value.id)) return fail('member/last-owner')
    const at = now()
    const deleteAt = new Date(at.getTime() + config.accountGrace)
    await accounts.scheduleDeletion(known.value.id, deleteAt)
    await tellOwner(deps, known.value, 'deletion-asked')
    closeLines(deps, await sessions.revokeOthers(known.value.id, null, at))
    return ok({ deleteAt: deleteAt.toISOString() })
  },
})
