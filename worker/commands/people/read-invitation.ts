import { z } from 'zod'
import { maskEmail } from '#core/format/mask-email.ts'
import { openInvitation } from './open-invitation.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const readInvitation = defineCommand({
  summary: 'What an invitation is to, for whoever has its link.',
  access: 'anyone',
  needs: null,
  effect: 'read',
  limit: { kind: 'sign-in', weight: 1 },
  input: z.object({ token: z.string().min(1).max(100) }),
  async run(deps, { token }) {
    const found = await openInvitation(deps, token)
    if (!found.ok) return found
    const { invitation, workspace, by } = found.value
    const email = invitation.email === null ? null : maskEmail(invitation.email)
    return ok({ workspace, by, role: invitation.role, email, expiresAt: invitation.expiresAt.toISOString() })
  },
})
