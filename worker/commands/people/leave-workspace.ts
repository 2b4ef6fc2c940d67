import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { closeLines } from '../accounts/end-sessions.ts'
import { rightsOf } from './rights-of.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const leaveWorkspace = defineCommand({
  summary: 'Leave the workspace; what one made stays in it.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({}),
  async run(deps) {
    const { store, caller, now, trail } = deps
    const before = await store.members.find(caller.user)
    if (!before) return fail('member/not-found')
    const other = (await deps.workspaces.of(caller.user)).find(({ id }) => id !== caller.workspace)
    if (!other) return fail('member/last-owner')
    const ended = await store.members.remove(caller.user, now())
    if (!ended) return fail('member/last-owner')
    trail.changed({ object: `member ${before.id}`, before: rightsOf(before), after: null })
    closeLines(deps, ended)
    return ok(null)
  },
})
