import type { Signal } from '@preact/signals'
import type { ReadChoices } from '#core/ingest/choices.ts'
import type { Dataset } from '../../api.ts'
import type { Outcome, Problem } from '../../transport.ts'
import type { Part } from './send-file.ts'

/** Bytes sent, and speed in bytes per second; null while unknown. */
export type Sent = { readonly bytes: number; readonly speed: number | null }

export type UploadState =
  | { readonly step: 'checking' }
  | { readonly step: 'sending'; readonly sent: Sent }
  /** Paused by the user. */
  | { readonly step: 'paused'; readonly sent: Sent }
  /** Offline; resumes when the network returns. */
  | { readonly step: 'waiting'; readonly sent: Sent }
  | { readonly step: 'duplicate'; readonly existing: Dataset }
  /** Completely uploaded; the dataset reports further progress. */
  | { readonly step: 'sent'; readonly dataset: string }
  | { readonly step: 'failed'; readonly problem: Problem }

/** A file to upload, and the id of its dataset. */
export type UploadFile = {
  readonly name: string
  readonly bytes: Blob
  readonly dataset: string
  /** What was decided about reading it, such as which sheet. */
  readonly choices?: ReadChoices | null
  /** True for a new version of an existing dataset. */
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
  /** The dataset that gets a new version. */
  readonly dataset?: string
}

/** Ports of uploading. */
export type UploadPorts = {
  readonly begin: (file: Announced) => Promise<Outcome<Begun>>
  /** State of an interrupted upload. */
  readonly stand: (upload: string) => Promise<Outcome<{ readonly parts: readonly number[] }>>
  readonly sendPart: (part: Part) => Promise<Outcome<unknown>>
  readonly complete: (upload: string, choices: ReadChoices | null) => Promise<Outcome<Dataset>>
  readonly cancel: (upload: string) => Promise<unknown>
  readonly hash: (file: Blob, signal: AbortSignal) => Promise<string | null>
  readonly wait: (ms: number) => Promise<void>
  /** Resolves when the network may be back, or on abort. */
  readonly online: (signal: AbortSignal) => Promise<void>
  readonly now: () => number
  readonly onDataset: (dataset: Dataset) => void
}

/** State of an upload between attempts. */
export type Memory = {
  stop: AbortController
  sha256: string | null
  begun: Begun | null
  keepsDuplicate: boolean
  isDismissed: boolean
}
