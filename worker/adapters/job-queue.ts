import { z } from 'zod'
import { asId, type Id } from '#core/ids.ts'

const message = z.object({ job: z.string(), workspace: z.string() })
export type JobMessage = { readonly job: Id<'job'>; readonly workspace: Id<'workspace'> }

/** What a queue delivered; null when it is not a message of ours. */
export function readMessage(body: unknown): JobMessage | null {
  const read = message.safeParse(body)
  return read.success ? { job: asId(read.data.job), workspace: asId(read.data.workspace) } : null
}

/** Where work waits. */
export const jobQueueIn = (queue: Queue) => ({
  send: async ({ job, workspace }: JobMessage): Promise<void> => void (await queue.send({ job, workspace })),
})
export type JobQueue = ReturnType<typeof jobQueueIn>
