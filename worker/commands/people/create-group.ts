import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { toWireGroup } from '../../wire/people.ts'
import { groupName } from './group-name.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const createGroup = defineCommand({
  summary: 'Make a group of members, to give rights to all of them at once.',
  access: 'guest',
  needs: { may: 'administer', object: 'group' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ name: groupName, members: z.array(z.string()).max(1000).default([]) }),
  async run({ store, newId, now, trail }, { name, members }) {
    const id = newId<'group'>()
    if ((await store.groups.add({ id, name, createdAt: now() })) === 'taken') return fail('group/name-taken', { name })
    if (members.length > 0) await store.groups.change(id, { members })
    trail.changed({ object: `group ${id}`, before: null, after: { name, members } })
    return ok(toWireGroup((await store.groups.find(id)) ?? { id, name, members }))
  },
})
