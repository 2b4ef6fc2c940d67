import { readMessage } from '../adapters/job-queue.ts'
import type { Service } from '../service.ts'
import type { Runner } from './runner.ts'
import { startDue } from './schedules.ts'

/** The dead-letter queue; its name is in the Worker's configuration. */
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

/** Maximum milliseconds of work after a response: developers.cloudflare.com/workers/runtime-apis/context */
const longestWait = 25_000

/**
 * Milliseconds after which a queued job counts as lost at start: a local server loses its queue when it stops.
 * Duplicate messages are harmless.
 */
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

/** Connects platform events to jobs: queue delivery, the cron trigger, and server start. */
export const createLoop = (runner: Runner) => ({
  /** Handles a queue batch. If this throws, the message is redelivered, and finally moved to the dead-letter queue. */
  async consume(batch: MessageBatch, service: Service): Promise<void> {
    for (const message of batch.messages) await handle(runner, service, batch.queue, message)
  },

  /** Every minute: adds due jobs and rescues stuck ones. */
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
   * At start: resumes jobs of an earlier server, immediately and when its last lease ends. The cron trigger does the
   * same a minute later.
   */
  takeUpOnStart(service: Service): void {
    if (hasLooked) return
    hasLooked = true
    service.defer(takeUp(runner, service))
  },
})
