import type { Message } from '../mail/message.ts'
import type { Service } from '../service.ts'

type Post = Pick<Service, 'mail' | 'mailer' | 'queue' | 'newId' | 'now' | 'defer'>

/** Queues mail for sending. Does nothing where no mailer is configured; never waits for a provider. */
export async function post(
  { mail, mailer, queue, newId, now, defer }: Post,
  to: string,
  message: Message,
): Promise<void> {
  if (!mailer) return
  const [job, at] = [newId<'job'>(), now()]
  await mail.add(
    { id: newId(), to, ...message, createdAt: at },
    { id: job, kind: 'send-mail', input: {}, enqueuedAt: at, createdAt: at },
  )
  defer(queue.send({ job }))
}
