import { z } from 'zod'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const sweepGuests = defineCommand({
  summary: 'Delete the workspaces of guests who have not come back.',
  access: 'system',
  input: z.object({}),
  async run({ leftovers, files, config, now, log }) {
    const idle = await leftovers.idleGuests(new Date(now().getTime() - config.guest.idleFor))
    for (const { id } of idle) {
      await files.removeFolder(`${id}/`)
      await leftovers.removeWorkspace(id)
    }
    if (idle.length > 0) log('info', 'idle guests swept', { count: idle.length })
    return ok({ removed: idle.length })
  },
})
