import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { digest } from '../../security/digest.ts'
import type { Service } from '../../service.ts'

/** The invitation of a token, if it still admits somebody. */
export async function openInvitation({ openInvitations, now }: Service, token: string) {
  const found = await openInvitations.find(digest(token))
  if (!found || found.invitation.revokedAt) return fail('invitation/not-found')
  const { expiresAt, uses, maxUses } = found.invitation
  if (expiresAt <= now()) return fail('invitation/over', { why: 'expired' })
  return uses < maxUses ? ok(found) : fail('invitation/over', { why: 'used' })
}
