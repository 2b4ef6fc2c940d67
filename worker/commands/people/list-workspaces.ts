import { z } from 'zod'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const listWorkspaces = defineCommand({
  summary: 'The workspaces that one is a member of; the one of this session is marked.',
  access: 'guest',
  needs: null,
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  async run({ workspaces, caller, standing }) {
    const all = await workspaces.of(caller.user)
    return ok(
      all.map((each) => {
        const isHere = each.id === caller.workspace
        return { ...each, id: String(each.id), isHere, grants: isHere ? [...standing.grants] : [] }
      }),
    )
  },
})
