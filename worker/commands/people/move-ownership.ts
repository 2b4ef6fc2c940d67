import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const moveOwnership = defineCommand({
  summary: 'Make another member the owner in one’s own place; one stays as an admin.',
  access: 'guest',
  needs: { may: 'own', object: 'workspace' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const { store, caller, trail } = deps
    const to = await store.members.find(id)
    if (!to || to.kind === 'guest' || to.id === caller.user) return fail('member/not-found')
    if (!(await store.members.moveOwnership(caller.user, to.id))) return fail('member/not-found')
    trail.changed({ object: `member ${to.id}`, before: { role: to.role }, after: { role: 'owner' } })
    trail.changed({ object: `member ${caller.user}`, before: { role: 'owner' }, after: { role: 'admin' } })
    deps.defer(deps.rooms.reopen(caller.workspace))
    return ok(null)
  },
})
