import { readMessage } from '../adapters/job-queue.ts'
import type { Service } from '../service.ts'
import { buryJob, runJob } from './run-job.ts'

/** The queue of what could not be delivered; its name is in wrangler.jsonc. */
const isDeadLetters = (queue: string): boolean => queue.endsWith('-dead')

async function handle(service: Service, queue: string, message: Message): Promise<void> {
  const work = readMessage(message.body)
  if (!work) {
    service.log('error', 'unreadable message', { queue, message: message.id })
    return message.ack()
  }
  if (isDeadLetters(queue)) {
    await buryJob(service, work)
    return message.ack()
  }
  const verdict = await runJob(service, work)
  if (verdict.done) message.ack()
  else message.retry({ delaySeconds: verdict.retryAfterSeconds })
}

/** Takes what a queue delivers. A message that makes this throw comes again, and in the end among the dead letters. */
export async function consume(batch: MessageBatch, service: Service): Promise<void> {
  for (const message of batch.messages) await handle(service, batch.queue, message)
}
