import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { toWireGroup } from '../../wire/people.ts'
import { groupName } from './group-name.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const changeGroup = defineCommand({
  summary: 'Rename a group, or set who is in it.',
  access: 'guest',
  needs: { may: 'administer', object: 'group' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string(), name: groupName.optional(), members: z.array(z.string()).max(1000).optional() }),
  async run(deps, { id, name, members }) {
    const { store, trail, caller } = deps
    const before = await store.groups.find(id)
    if (!before) return fail('group/not-found')
    const written = await store.groups.change(before.id, { name, members })
    if (written === 'taken') return fail('group/name-taken', { name: name ?? before.name })
    const after = (await store.groups.find(id)) ?? before
    trail.changed({ object: `group ${id}`, before: toWireGroup(before), after: toWireGroup(after) })
    deps.defer(deps.rooms.reopen(caller.workspace))
    return ok(toWireGroup(after))
  },
})
