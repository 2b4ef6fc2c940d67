import { mayPass, type Outcome, type Problem } from '../../transport.ts'

export type Part = {
  readonly upload: string
  readonly number: number
  readonly bytes: Blob
  readonly signal: AbortSignal
  readonly onSent: (bytes: number) => void
}

type Ports = {
  readonly sendPart: (part: Part) => Promise<Outcome<unknown>>
  readonly wait: (ms: number) => Promise<void>
}

type Sending = {
  readonly id: string
  readonly partSize: number
  readonly file: Blob
  readonly signal: AbortSignal
  /** How much has gone, 0 to 1. */
  readonly onShare: (share: number) => void
}

const attempts = 4
const atOnce = 3
const firstWait = 400

async function sendPatiently(ports: Ports, part: Part): Promise<Outcome<unknown>> {
  for (let attempt = 1; ; attempt += 1) {
    const sent = await ports.sendPart(part)
    if (sent.ok || part.signal.aborted || attempt === attempts || !mayPass(sent.error)) return sent
    part.onSent(0)
    await ports.wait(firstWait * 2 ** (attempt - 1))
  }
}

/** Sends a file part by part, three at a time, each tried again when the way was bad. Null: all of it is there. */
export async function sendFile(
  ports: Ports,
  { id, partSize, file, signal, onShare }: Sending,
): Promise<Problem | null> {
  const count = Math.max(1, Math.ceil(file.size / partSize))
  const sent = Array.from({ length: count }, () => 0)
  let next = 0
  let problem: Problem | null = null
  const lane = async (): Promise<void> => {
    while (next < count && !problem && !signal.aborted) {
      const index = next
      next += 1
      const bytes = file.slice(index * partSize, (index + 1) * partSize)
      const onSent = (size: number): void => {
        sent[index] = size
        onShare(file.size === 0 ? 1 : sent.reduce((sum, part) => sum + part, 0) / file.size)
      }
      const result = await sendPatiently(ports, { upload: id, number: index + 1, bytes, signal, onSent })
      if (!result.ok) problem ??= result.error
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, lane))
  return problem
}
