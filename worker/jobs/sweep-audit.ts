import { z } from 'zod'
import { ok } from '#core/result.ts'
import { day } from '#core/table/time-units.ts'
import { everything } from '../db/standing.ts'
import type { Service } from '../service.ts'
import { defineJob } from './job-kind.ts'
import { sweep } from './sweep.ts'

async function forgetOld({ leftovers, storeOf, now }: Service): Promise<number> {
  const crowded = await leftovers.crowdedAudits(now())
  for (const { id, keptDays } of crowded)
    await storeOf(id, everything).audit.forget(new Date(now().getTime() - keptDays * day))
  return crowded.length
}

export const sweepAudit = defineJob({
  summary: 'Delete events of audit logs that are older than their workspace keeps them.',
  title: 'Deleting old events',
  scope: 'installation',
  deadline: 5 * 60_000,
  everyMinutes: 24 * 60,
  input: z.object({}),
  work: (service) => ({
    async run({ signal }) {
      await sweep(signal, () => forgetOld(service))
      return ok(null)
    },
  }),
})
