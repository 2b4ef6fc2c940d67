import { z } from 'zod'
import { ok } from '#core/result.ts'
import { giveUp } from '../../data/give-up.ts'
import type { Job } from '../../db/jobs.ts'
import type { Service } from '../../service.ts'
import { defineCommand } from '../command.ts'

async function rescue(service: Service, job: Job): Promise<void> {
  if (job.attempts >= service.config.job.attempts) return giveUp(service, job)
  if (await service.storeOf(job.workspaceId).jobs.release(job, service.now()))
    await service.queue.send({ job: job.id, workspace: job.workspaceId })
}

export const rescueJobs = defineCommand({
  summary: 'Put jobs whose runner has died back into the queue, or end them plainly when they have had their attempts.',
  access: 'system',
  effect: 'write',
  limit: null,
  /** How long a waiting job may wait, in milliseconds, before its message is taken for lost. */
  input: z.object({ staleAfter: z.number() }),
  async run(service, { staleAfter }) {
    const { stuckJobs, now, log } = service
    const at = now()
    const stuck = await stuckJobs.find(at, new Date(at.getTime() - staleAfter))
    for (const job of stuck) await rescue(service, job)
    if (stuck.length > 0) log('warning', 'jobs rescued', { jobs: stuck.map(({ id }) => id) })
    return ok({ rescued: stuck.length })
  },
})
