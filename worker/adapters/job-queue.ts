import { z } from 'zod'
import { asId, type Id } from '#core/ids.ts'

const message = z.object({ job: z.string() })
export type JobMessage = { readonly job: Id<'job'> }

/** Parses a queue message; null if it is not a job message. */
export function readMessage(body: unknown): JobMessage | null {
  const read = message.safeParse(body)
  return read.success ? { job: asId(read.data.job) } : null
}

/** The queue of jobs. */
export const jobQueueIn = (queue: Queue) => ({
  send: async ({ job }: JobMessage): Promise<void> => void (await queue.send({ job })),
})
export type JobQueue = ReturnType<typeof jobQueueIn>
