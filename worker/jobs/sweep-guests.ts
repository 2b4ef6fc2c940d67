import { z } from 'zod'
import { ok } from '#core/result.ts'
import type { Service } from '../service.ts'
import { defineJob } from './job-kind.ts'
import { sweep } from './sweep.ts'

async function dropGuests({ leftovers, files }: Service, activeBefore: Date): Promise<number> {
  let removed = 0
  for (const { id } of await leftovers.idleGuests(activeBefore)) {
    // Closes the workspace first, so that nobody uses it while it is deleted.
    if (!(await leftovers.closeWorkspace(id, activeBefore))) continue
    await files.removeFolder(`${id}/`)
    await leftovers.removeWorkspace(id)
    removed += 1
  }
  return removed
}

export const sweepGuests = defineJob({
  summary: 'Delete the workspaces of guests who have not come back.',
  title: 'Deleting idle guests',
  scope: 'installation',
  deadline: 5 * 60_000,
  everyMinutes: 60,
  input: z.object({}),
  work: (service) => ({
    async run({ signal }) {
      const { config, now, log } = service
      const activeBefore = new Date(now().getTime() - config.guest.idleFor)
      const removed = await sweep(signal, () => dropGuests(service, activeBefore))
      if (removed > 0) log('info', 'idle guests swept', { count: removed })
      return ok(null)
    },
  }),
})
