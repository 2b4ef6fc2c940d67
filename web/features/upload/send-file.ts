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
  /** Numbers of the parts the server has. */
  readonly parts: readonly number[]
  readonly signal: AbortSignal
  /** Bytes of the file that the server has. */
  readonly onSent: (bytes: number) => void
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

/** Uploads the missing parts of a file, three in parallel, with retries. Returns null when complete. */
export async function sendFile(
  ports: Ports,
  { id, partSize, file, parts, signal, onSent }: Sending,
): Promise<Problem | null> {
  const count = Math.max(1, Math.ceil(file.size / partSize))
  const there = new Set(parts)
  const sizeOf = (index: number): number => Math.min(partSize, file.size - index * partSize)
  const sent = Array.from({ length: count }, (_, index) => (there.has(index + 1) ? sizeOf(index) : 0))
  /** The queue of parts that the parallel uploads share. */
  const missing = Array.from(sent.keys())
    .filter((index) => !there.has(index + 1))
    .values()
  let problem: Problem | null = null
  const tell = (): void => onSent(sent.reduce((sum, part) => sum + part, 0))
  const lane = async (): Promise<void> => {
    for (const index of missing) {
      if (problem || signal.aborted) return
      const bytes = file.slice(index * partSize, (index + 1) * partSize)
      const onPart = (size: number): void => {
        sent[index] = size
        tell()
      }
      const result = await sendPatiently(ports, { upload: id, number: index + 1, bytes, signal, onSent: onPart })
      if (!result.ok) problem ??= result.error
    }
  }
  tell()
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, lane))
  return problem
}
