import { readMessage } from '../adapters/job-queue.ts'
import type { Service } from '../service.ts'
import type { Runner } from './runner.ts'
import { startDue } from './schedules.ts'

/** The queue of what could not be delivered; its name is in the Worker's configuration. */
const isDeadLetters = (queue: string): boolean => queue.endsWith('-dead')

async function handle(runner: Runner, service: Service, queue: string, message: Message): Promise<void> {
  const work = readMessage(message.body)
  if (!work) {
    service.log('error', 'unreadable message', { queue, message: message.id })
    return message.ack()
  }
  if (isDeadLetters(queue)) {
    await runner.bury(service, work)
    return message.ack()
  }
  const verdict = await runner.run(service, work)
  if (verdict.done) message.ack()
  else message.retry({ delaySeconds: verdict.retryAfterSeconds })
}

/** The longest that work may go on after a response: developers.cloudflare.com/workers/runtime-apis/context */
const longestWait = 25_000

/** A local server forgets its queue when it stops. A message sent twice does no harm, so this may be short. */
const staleAtStart = 5000

async function takeUp(runner: Runner, service: Service): Promise<void> {
  await runner.rescue(service, staleAtStart)
  const ends = await service.jobs.nextLeaseEnd()
  const wait = ends === null ? longestWait : ends.getTime() - service.now().getTime() + 100
  if (wait >= longestWait) return
  await scheduler.wait(Math.max(0, wait))
  await runner.rescue(service, staleAtStart)
}

let hasLooked = false

/** How the platform's events reach jobs: a queue delivers them, the clock adds and rescues them, a start takes them up. */
export const createLoop = (runner: Runner) => ({
  /** Takes what a queue delivers. A message that makes this throw comes again, and in the end among the dead letters. */
  async consume(batch: MessageBatch, service: Service): Promise<void> {
    for (const message of batch.messages) await handle(runner, service, batch.queue, message)
  },

  /** Once a minute: adds the jobs that are due, and rescues those that are stuck. */
  async tick(service: Service): Promise<void> {
    const done = await Promise.allSettled([
      startDue(service, runner.kinds),
      runner.rescue(service, service.config.job.staleAfter),
    ])
    for (const each of done) {
      if (each.status === 'rejected') service.log('error', 'the schedule failed', { error: each.reason })
    }
  },

  /**
   * Once per start: takes up what an earlier server left behind, now and when the last lease of a dead one has ended.
   * The minute's schedule does the same; this spares a person the wait after a restart.
   */
  takeUpOnStart(service: Service): void {
    if (hasLooked) return
    hasLooked = true
    service.defer(takeUp(runner, service))
  },
})
