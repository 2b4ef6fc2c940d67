import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { maskEmail } from '#core/format/mask-email.ts'
import { enter } from './enter.ts'
import { openInvitation } from './open-invitation.ts'
import { ok } from '#core/result.ts'
import { defineCommand, type Deps } from '../command.ts'

const isVerified = async ({ accounts, caller }: Deps): Promise<boolean> =>
  ((await accounts.byId(caller.user))?.emailVerifiedAt ?? null) !== null

export const acceptInvitation = defineCommand({
  summary: 'Become a member of the workspace that an invitation is to, and go on there.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'sign-in', weight: 1 },
  input: z.object({ token: z.string().min(1).max(100) }),
  async run(deps, { token }) {
    const { caller, now, openInvitations } = deps
    const found = await openInvitation(deps, token)
    if (!found.ok) return found
    const { invitation } = found.value
    if (invitation.email !== null && invitation.email !== caller.email)
      return fail('invitation/other-address', { address: maskEmail(invitation.email) ?? 'another address' })
    // Whoever registers with another's address has not shown that its mail arrives.
    if (invitation.email !== null && deps.mailer !== null && !(await isVerified(deps)))
      return fail('invitation/unverified-address')
    const written = await openInvitations.accept({ invited: invitation, userId: caller.user, at: now() })
    if (written === 'taken') return fail('invitation/member-already')
    if (written === 'unmet') return fail('invitation/over', { why: 'used' })
    deps.trail.changed({ object: `member ${caller.user}`, before: null, after: { role: invitation.role } })
    await enter(deps, invitation.workspaceId)
    return ok({ workspace: String(invitation.workspaceId) })
  },
})
