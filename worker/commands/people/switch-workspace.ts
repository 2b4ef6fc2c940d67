import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { enter } from './enter.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const switchWorkspace = defineCommand({
  summary: 'Go on in another of one’s workspaces, in the same session.',
  access: 'member',
  needs: null,
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ workspace: z.string() }),
  async run(deps, { workspace }) {
    return (await enter(deps, workspace)) ? ok(null) : fail('workspace/not-found')
  },
})
