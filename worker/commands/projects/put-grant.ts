import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { grantedRoles } from '#core/access/standing.ts'
import { findObject, grantHolder, grantObject } from './grant-object.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const putGrant = defineCommand({
  summary: 'Give a person or a group a role on a project or a dataset.',
  access: 'guest',
  needs: { may: 'administer', object: 'project' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: grantObject.and(z.object({ holder: grantHolder, role: z.enum(grantedRoles) })),
  async run(deps, { holder, role, ...named }) {
    const { store, caller, now, trail } = deps
    const found = await findObject(store, named)
    if (!found.ok) return found
    const object = found.value
    const before = (await store.grants.of(object)).find((each) => each.holder.id === holder.id)
    if (!(await store.grants.put({ object, holder, role, by: caller.user, at: now() })))
      return fail(holder.kind === 'user' ? 'member/not-found' : 'group/not-found')
    const of = `${object.kind} ${object.id} for ${holder.kind} ${holder.id}`
    trail.changed({ object: of, before: before?.role ?? null, after: role })
    deps.defer(deps.rooms.reopen(caller.workspace))
    return ok(null)
  },
})
