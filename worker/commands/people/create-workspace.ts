import { z } from 'zod'
import { enter } from './enter.ts'
import { foundOrganisation } from './found-organisation.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const createWorkspace = defineCommand({
  summary: 'Make another workspace of the organisation, and go on in it.',
  access: 'member',
  needs: { may: 'own', object: 'workspace' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ name: z.string().trim().min(1, 'A workspace needs a name').max(80) }),
  async run(deps, { name }) {
    const organisationId = await foundOrganisation(deps)
    const row = { id: deps.newId<'workspace'>(), name, organisationId, owner: deps.caller.user, at: deps.now() }
    await deps.workspaces.add(row)
    deps.trail.changed({ object: `workspace ${row.id}`, before: null, after: { name } })
    await enter(deps, row.id)
    return ok({ workspace: String(row.id) })
  },
})
