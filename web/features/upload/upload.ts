import type { Signal } from '@preact/signals'
import type { Dataset } from '../../api.ts'
import type { Outcome, Problem } from '../../transport.ts'
import type { Part } from './send-file.ts'

/** How much has gone, and how fast: bytes a second, null while that is unknown. */
export type Sent = { readonly bytes: number; readonly speed: number | null }

export type UploadState =
  | { readonly step: 'checking' }
  | { readonly step: 'sending'; readonly sent: Sent }
  /** The person stopped it, and goes on when they like. */
  | { readonly step: 'paused'; readonly sent: Sent }
  /** The network is gone; it goes on by itself when that is back. */
  | { readonly step: 'waiting'; readonly sent: Sent }
  | { readonly step: 'duplicate'; readonly existing: Dataset }
  /** All bytes are there; what happens now is told by the dataset itself. */
  | { readonly step: 'sent'; readonly dataset: string }
  | { readonly step: 'failed'; readonly problem: Problem }

/** A file to send, and the id of the dataset it shall become. */
export type UploadFile = {
  readonly name: string
  readonly bytes: Blob
  readonly dataset: string
  /** It becomes a new version of that dataset, which is there. */
  readonly isVersion?: boolean
}

export type Upload = {
  readonly id: number
  readonly file: UploadFile
  readonly state: Signal<UploadState>
}

export type Begun = {
  readonly id: string
  readonly partSize: number
  readonly parts: readonly number[]
  readonly duplicate: Dataset | null
}
type Announced = {
  readonly name: string
  readonly size: number
  readonly sha256: string | null
  /** The id of a new dataset. */
  readonly as?: string
  /** The dataset it is a new version of. */
  readonly dataset?: string
}

/** What an upload asks of the world. */
export type UploadPorts = {
  readonly begin: (file: Announced) => Promise<Outcome<Begun>>
  /** Where an upload stands that was interrupted. */
  readonly stand: (upload: string) => Promise<Outcome<{ readonly parts: readonly number[] }>>
  readonly sendPart: (part: Part) => Promise<Outcome<unknown>>
  readonly complete: (upload: string) => Promise<Outcome<Dataset>>
  readonly cancel: (upload: string) => Promise<unknown>
  readonly hash: (file: Blob, signal: AbortSignal) => Promise<string | null>
  readonly wait: (ms: number) => Promise<void>
  /** Resolves when the network may be back, or the signal is aborted. */
  readonly online: (signal: AbortSignal) => Promise<void>
  readonly now: () => number
  readonly onDataset: (dataset: Dataset) => void
}

/** What is remembered of an upload between its tries. */
export type Memory = {
  stop: AbortController
  sha256: string | null
  begun: Begun | null
  keepsDuplicate: boolean
  isDismissed: boolean
}
