import { z } from 'zod'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const changeWorkspace = defineCommand({
  summary: 'Rename the workspace.',
  access: 'guest',
  needs: { may: 'administer', object: 'workspace' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ name: z.string().trim().min(1, 'A workspace needs a name').max(80) }),
  async run({ workspaces, caller, trail }, { name }) {
    const before = await workspaces.find(caller.workspace)
    await workspaces.rename(caller.workspace, name)
    trail.changed({ object: `workspace ${caller.workspace}`, before: { name: before?.name ?? null }, after: { name } })
    return ok(null)
  },
})
