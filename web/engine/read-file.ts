import type { Dashboard } from '#core/dashboard/dashboard.ts'
import type { Profile } from '#core/profile/profile.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Outcome, Problem } from '../transport.ts'

/** A file to read here, and what it shall be called. */
export type ReadRequest = { readonly dataset: string; readonly fileName: string; readonly file: Blob }

/** A file that was read here: its rows as Parquet, what they hold and mean, and the dashboard designed for them. */
export type ReadFile = {
  readonly parquet: Blob
  readonly profile: Profile
  readonly model: SemanticModel
  readonly document: Dashboard
}

/** What can be shown of a file while most of it is still being read: its first rows, a dataset of their own. */
export type SoFar = Pick<ReadFile, 'parquet' | 'model' | 'document'>

/** The name under which the first rows of a dataset are asked. */
export const soFarId = (dataset: string): string => `${dataset} so far`

export type ReaderReply =
  | { readonly kind: 'so-far'; readonly soFar: SoFar }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly outcome: Outcome<ReadFile> }

/** Not the file's fault: the browser had no room for it, or no worker. */
const broken: Problem = {
  code: 'reader/broken',
  status: 0,
  message: 'This browser could not read the file by itself.',
  hint: 'It is read on the server instead.',
}

const startWorker = (): Worker => new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' })

let spare: Worker | null = null

/** A file is about to come: starts the worker that will read it. */
export function expectFile(): void {
  spare ??= startWorker()
}

function takeWorker(): Worker {
  const worker = spare ?? startWorker()
  spare = null
  return worker
}

export type Watch = {
  readonly onProgress: (share: number) => void
  readonly onSoFar: (soFar: SoFar) => void
  readonly signal: AbortSignal
}

/** Reads a file in a worker of its own, which ends with it: what was stopped, or broke, leaves nothing in memory. */
export function readFile(request: ReadRequest, { onProgress, onSoFar, signal }: Watch): Promise<Outcome<ReadFile>> {
  return new Promise((done) => {
    const worker = takeWorker()
    const end = (outcome: Outcome<ReadFile>): void => {
      worker.terminate()
      done(outcome)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<ReaderReply>) => {
      if (data.kind === 'progress') onProgress(data.share)
      else if (data.kind === 'so-far') onSoFar(data.soFar)
      else end(data.outcome)
    })
    worker.addEventListener('error', () => end({ ok: false, error: broken }))
    signal.addEventListener('abort', () => end({ ok: false, error: broken }), { once: true })
    if (signal.aborted) return end({ ok: false, error: broken })
    worker.postMessage(request, [])
  })
}

const largest = 200_000_000
/** Reading needs about this much memory for each byte of the file at its worst. */
const memoryPerByte = 20

/** Is there room to read a file of this size here? Some browsers tell how many GB the device has, of 8 at most. */
export function canRead(bytes: number, deviceGigabytes: number | undefined): boolean {
  const room = deviceGigabytes === undefined ? largest : (deviceGigabytes * 1_000_000_000) / memoryPerByte
  return bytes <= Math.min(largest, room)
}
