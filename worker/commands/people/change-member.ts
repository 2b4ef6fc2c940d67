import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { memberRoles } from '#core/access/member-role.ts'
import { toWireMember } from '../../wire/people.ts'
import { attributes, rightsOf } from './rights-of.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const changeMember = defineCommand({
  summary: 'Change the role of a member, or what row rules may know of them.',
  access: 'guest',
  needs: { may: 'administer', object: 'member' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({
    id: z.string(),
    role: z.enum(memberRoles).optional(),
    attributes: attributes.optional(),
  }),
  async run(deps, { id, role, attributes: known }) {
    const { store, standing, trail, caller } = deps
    const before = await store.members.find(id)
    if (!before) return fail('member/not-found')
    const isAboutOwners = role !== undefined && role !== before.role && (role === 'owner' || before.role === 'owner')
    if (isAboutOwners && standing.role !== 'owner') return fail('member/owners-only')
    const to = { ...(role === undefined ? {} : { role }), ...(known === undefined ? {} : { attributes: known }) }
    if (Object.keys(to).length > 0 && !(await store.members.change(before.id, to))) return fail('member/last-owner')
    const after = { ...before, ...to }
    trail.changed({ object: `member ${before.id}`, before: rightsOf(before), after: rightsOf(after) })
    deps.defer(deps.rooms.reopen(caller.workspace))
    return ok(toWireMember(after))
  },
})
