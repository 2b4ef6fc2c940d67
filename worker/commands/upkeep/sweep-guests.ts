import { z } from 'zod'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const sweepGuests = defineCommand({
  summary: 'Delete the workspaces of guests who have not come back.',
  access: 'system',
  effect: 'write',
  limit: null,
  input: z.object({}),
  async run({ leftovers, files, config, now, log }) {
    const activeBefore = new Date(now().getTime() - config.guest.idleFor)
    let removed = 0
    for (const { id } of await leftovers.idleGuests(activeBefore)) {
      // First, so that nobody is at work in what is deleted next.
      if (!(await leftovers.closeWorkspace(id, activeBefore))) continue
      await files.removeFolder(`${id}/`)
      await leftovers.removeWorkspace(id)
      removed += 1
    }
    if (removed > 0) log('info', 'idle guests swept', { count: removed })
    return ok({ removed })
  },
})
