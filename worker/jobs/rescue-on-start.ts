import { rescueJobs } from '../commands/upkeep/rescue-jobs.ts'
import type { Service } from '../service.ts'

/** The longest that work may go on after a response: developers.cloudflare.com/workers/runtime-apis/context */
const longestWait = 25_000

let hasLooked = false

/** A local server forgets its queue when it stops. A message sent twice does no harm, so this may be short. */
const staleAfter = 5000

async function rescue(service: Service): Promise<void> {
  await rescueJobs.run(service, { staleAfter })
  const ends = await service.stuckJobs.nextLeaseEnd()
  const wait = ends === null ? longestWait : ends.getTime() - service.now().getTime() + 100
  if (wait >= longestWait) return
  await scheduler.wait(Math.max(0, wait))
  await rescueJobs.run(service, { staleAfter })
}

/**
 * Once per start: takes up what an earlier server left behind, now and when the last lease of a dead one has ended.
 * The minute's schedule does the same; this spares a person the wait after a restart.
 */
export function rescueOnStart(service: Service): void {
  if (hasLooked) return
  hasLooked = true
  service.defer(rescue(service))
}
