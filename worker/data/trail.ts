import type { Id } from '#core/ids.ts'

/** Data that was read: of which dataset and version, and how many rows were handed out. */
type Reading = {
  readonly dataset: Id<'dataset'>
  readonly version: Id<'version'>
  readonly rows: number | null
}
/** What an object was and became; null where it was not, or is no more. */
type Change = { readonly object: string; readonly before: unknown; readonly after: unknown }

/** Gathers, during one request, what the audit log tells of it. */
export type Trail = {
  readonly read: (reading: Reading) => void
  readonly changed: (change: Change) => void
  readonly readings: readonly Reading[]
  readonly changes: readonly Change[]
}

export function newTrail(): Trail {
  const readings: Reading[] = []
  const changes: Change[] = []
  return {
    readings,
    changes,
    read: (reading) => void readings.push(reading),
    changed: (change) => void changes.push(change),
  }
}
