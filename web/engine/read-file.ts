import type { Dashboard } from '#core/dashboard/dashboard.ts'
import type { ReadChoices } from '#core/ingest/choices.ts'
import type { Profile } from '#core/profile/profile.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Outcome, Problem } from '../transport.ts'

/** A file to read locally, and its dataset id. */
export type ReadRequest = {
  readonly dataset: string
  readonly fileName: string
  readonly file: Blob
  /** What a person decided about reading it. */
  readonly choices: ReadChoices
}

/** A locally read file: rows as Parquet, profile, model and designed dashboard. */
export type ReadFile = {
  readonly parquet: Blob
  readonly profile: Profile
  readonly model: SemanticModel
  readonly document: Dashboard
}

/** A preview of a file that is still being read: its first rows as a dataset. */
export type SoFar = Pick<ReadFile, 'parquet' | 'model' | 'document'>

/** Dataset id of a preview. */
export const soFarId = (dataset: string): string => `${dataset} so far`

export type ReaderReply =
  | { readonly kind: 'so-far'; readonly soFar: SoFar }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly outcome: Outcome<ReadFile> }

/** Not the file's fault: not enough memory, or the worker failed. */
const broken: Problem = {
  code: 'reader/broken',
  status: 0,
  message: 'This browser could not read the file by itself.',
  hint: 'It is read on the server instead.',
}

const startWorker = (): Worker => new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' })

let spare: Worker | null = null

/** Starts the reading worker ahead of a file. */
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

/**
 * Reads a file in its own worker, which is terminated afterwards, so that cancelled or failed reads leave no memory
 * in use.
 */
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
/** Maximum memory per byte of the file while reading. */
const memoryPerByte = 20

/** True if there is enough memory to read a file of this size. Some browsers report the device's memory, up to 8 GB. */
export function canRead(bytes: number, deviceGigabytes: number | undefined): boolean {
  const room = deviceGigabytes === undefined ? largest : (deviceGigabytes * 1_000_000_000) / memoryPerByte
  return bytes <= Math.min(largest, room)
}
