import type { Id } from '#core/ids.ts'

/** Data that was read: of which dataset and version, and how many rows were handed out; null if a whole file. */
type Reading = {
  readonly dataset: Id<'dataset'>
  readonly version: Id<'version'>
  readonly rows: number | null
}
/** What an object was and became; null where it was not, or is no more. */
type Change = { readonly object: string; readonly before: unknown; readonly after: unknown }
type Visit = { readonly workspace: Id<'workspace'>; readonly user: Id<'user'> | null }

/** Gathers, during one request, what the audit log tells of it. */
export type Trail = {
  readonly read: (reading: Reading) => void
  readonly changed: (change: Change) => void
  /** Of requests without a session: the workspace that it turned out to be about, and who signed in to it. */
  readonly visited: (visit: Visit) => void
  readonly readings: readonly Reading[]
  readonly changes: readonly Change[]
  readonly visit: () => Visit | null
}

export function newTrail(): Trail {
  const readings: Reading[] = []
  const changes: Change[] = []
  let visit: Visit | null = null
  return {
    readings,
    changes,
    visit: () => visit,
    read: (reading) => void readings.push(reading),
    changed: (change) => void changes.push(change),
    visited: (to) => void (visit = to),
  }
}
