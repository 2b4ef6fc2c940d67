import { rescueJobs } from '../commands/upkeep/rescue-jobs.ts'
import { sweepFiles } from '../commands/upkeep/sweep-files.ts'
import { sweepGuests } from '../commands/upkeep/sweep-guests.ts'
import { sweepVersions } from '../commands/upkeep/sweep-versions.ts'
import type { Service } from '../service.ts'

/** What is done every minute. One part that fails keeps none of the others from being done. */
export async function keepHouse(service: Service): Promise<void> {
  const chores = [
    () => rescueJobs.run(service, { staleAfter: service.config.job.staleAfter }),
    () => sweepFiles.run(service, {}),
    () => sweepVersions.run(service, {}),
    () => sweepGuests.run(service, {}),
  ]
  for (const chore of chores) {
    await chore().catch((error: unknown) => service.log('error', 'a chore failed', { error }))
  }
}
