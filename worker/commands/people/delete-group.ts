import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { toWireGroup } from '../../wire/people.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const deleteGroup = defineCommand({
  summary: 'Delete a group, with the rights that were given to it.',
  access: 'guest',
  needs: { may: 'administer', object: 'group' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const { store, trail, caller } = deps
    const before = await store.groups.find(id)
    if (!before || !(await store.groups.remove(id))) return fail('group/not-found')
    trail.changed({ object: `group ${id}`, before: toWireGroup(before), after: null })
    deps.defer(deps.rooms.reopen(caller.workspace))
    return ok(null)
  },
})
