import { type Signal, signal } from '@preact/signals'
import type { Dataset } from '../../api.ts'
import type { Outcome, Problem } from '../../transport.ts'
import { type Part, sendFile } from './send-file.ts'

export type UploadState =
  | { readonly step: 'checking' }
  | { readonly step: 'sending'; readonly share: number }
  | { readonly step: 'duplicate'; readonly existing: Dataset }
  /** All bytes are there; what happens now is told by the dataset itself. */
  | { readonly step: 'sent'; readonly dataset: string }
  | { readonly step: 'failed'; readonly problem: Problem }

export type Upload = {
  readonly id: number
  readonly file: File
  /** The dataset that this is a new version of; missing: it becomes a dataset of its own. */
  readonly dataset?: string
  readonly state: Signal<UploadState>
  readonly stop: AbortController
}

type Begun = { readonly id: string; readonly partSize: number; readonly duplicate: Dataset | null }

/** What an upload asks of the world. */
export type UploadPorts = {
  readonly begin: (file: {
    name: string
    size: number
    sha256: string | null
    dataset?: string
  }) => Promise<Outcome<Begun>>
  readonly sendPart: (part: Part) => Promise<Outcome<unknown>>
  readonly complete: (upload: string) => Promise<Outcome<Dataset>>
  readonly cancel: (upload: string) => Promise<unknown>
  readonly hash: (file: Blob) => Promise<string | null>
  readonly wait: (ms: number) => Promise<void>
  readonly onDataset: (dataset: Dataset) => void
}

/** Sends what has been begun, and asks for the dataset it makes. */
async function send(ports: UploadPorts, { file, state, stop }: Upload, { id, partSize }: Begun): Promise<void> {
  state.value = { step: 'sending', share: 0 }
  const onShare = (share: number): void => {
    if (state.value.step === 'sending') state.value = { step: 'sending', share }
  }
  const problem = await sendFile(ports, { id, partSize, file, signal: stop.signal, onShare })
  if (stop.signal.aborted || problem) {
    void ports.cancel(id)
    if (problem && !stop.signal.aborted) state.value = { step: 'failed', problem }
    return
  }
  const completed = await ports.complete(id)
  if (completed.ok) ports.onDataset(completed.value)
  state.value = completed.ok
    ? { step: 'sent', dataset: completed.value.id }
    : { step: 'failed', problem: completed.error }
}

/** The uploads of this visit: each goes from checking through sending to a dataset, or says why not. */
export function createUploads(ports: UploadPorts) {
  const uploads = signal<readonly Upload[]>([])
  /** What was begun and waits for a word on its duplicate. */
  const waiting = new Map<number, Begun>()
  let last = 0

  async function start(upload: Upload): Promise<void> {
    const { file, state, stop, dataset } = upload
    state.value = { step: 'checking' }
    const of = dataset === undefined ? {} : { dataset }
    const begun = await ports.begin({ name: file.name, size: file.size, sha256: await ports.hash(file), ...of })
    if (stop.signal.aborted) {
      if (begun.ok) void ports.cancel(begun.value.id)
    } else if (!begun.ok) state.value = { step: 'failed', problem: begun.error }
    else if (begun.value.duplicate) {
      waiting.set(upload.id, begun.value)
      state.value = { step: 'duplicate', existing: begun.value.duplicate }
    } else await send(ports, upload, begun.value)
  }

  function takeWaiting({ id }: Upload): Begun | undefined {
    const begun = waiting.get(id)
    waiting.delete(id)
    return begun
  }

  return {
    uploads,
    /** Starts on a file at once: a new dataset, or a new version of one. */
    add(file: File, dataset?: string): Promise<void> {
      last += 1
      const state = signal<UploadState>({ step: 'checking' })
      const of = dataset === undefined ? {} : { dataset }
      const upload: Upload = { id: last, file, ...of, state, stop: new AbortController() }
      uploads.value = [...uploads.value, upload]
      return start(upload)
    },
    /** The person wants the file loaded although it is there already. */
    async keepDuplicate(upload: Upload): Promise<void> {
      const begun = takeWaiting(upload)
      if (begun) await send(ports, upload, begun)
    },
    retry: start,
    /** Stops an upload, or takes a finished one off the list. */
    dismiss(upload: Upload): void {
      const begun = takeWaiting(upload)
      if (begun) void ports.cancel(begun.id)
      upload.stop.abort()
      uploads.value = uploads.value.filter(({ id }) => id !== upload.id)
    },
  }
}
export type Uploads = ReturnType<typeof createUploads>
