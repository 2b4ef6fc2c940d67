import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const revokeInvitation = defineCommand({
  summary: 'Take an invitation back; who accepted it stays a member.',
  access: 'guest',
  needs: { may: 'administer', object: 'invitation' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run({ store, now, trail }, { id }) {
    const before = await store.invitations.revoke(id, now())
    if (!before) return fail('invitation/not-found')
    trail.changed({ object: `invitation ${id}`, before: { role: before.role, email: before.email }, after: null })
    return ok(null)
  },
})
