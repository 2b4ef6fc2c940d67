import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { closeLines } from '../accounts/end-sessions.ts'
import { rightsOf } from './rights-of.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const removeMember = defineCommand({
  summary: 'Remove a member from the workspace; their sessions in it end at once.',
  access: 'guest',
  needs: { may: 'administer', object: 'member' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const { store, standing, now, trail } = deps
    const before = await store.members.find(id)
    if (!before) return fail('member/not-found')
    if (before.role === 'owner' && standing.role !== 'owner') return fail('member/owners-only')
    const ended = await store.members.remove(before.id, now())
    if (!ended) return fail('member/last-owner')
    trail.changed({ object: `member ${before.id}`, before: rightsOf(before), after: null })
    closeLines(deps, ended)
    return ok(null)
  },
})
