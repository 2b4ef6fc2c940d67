import type { Dataset } from '../api.ts'
import { type CopiedRows, type CopyContent, type CopyRecord, isSameState, surplusCopies } from './copy-record.ts'
import type { copyStore } from './copy-store.ts'

export type KnownPorts = {
  /** The server's last state of a dataset; null where it has none. */
  readonly entryOf: (dataset: string) => Dataset | null
  /** What an earlier visit read of the dataset's file in this browser, if the server still has the same. */
  readonly readHere: (dataset: Dataset) => Promise<CopiedRows | null>
  readonly store: Omit<typeof copyStore, 'clear'>
  /** The id of the signed-in account; null while unknown. */
  readonly owner: () => string | null
  readonly now: () => Date
}

/** The copies on this device, in storage and in this visit's memory. */
export function createKnownCopies({ entryOf, readHere, store, owner, now }: KnownPorts) {
  const known = new Map<string, CopyRecord>()

  const isMine = (record: CopyRecord): boolean => record.owner === null || owner() === null || record.owner === owner()

  function isCurrent(record: CopyRecord): boolean {
    const entry = entryOf(record.id)
    return entry !== null && isSameState(record.dataset, entry) && isMine(record)
  }

  async function find(id: string): Promise<CopyRecord | null> {
    const record = known.get(id) ?? (await store.find(id))
    if (!record || !isMine(record)) return null
    known.set(id, record)
    return record
  }

  function recordOf(dataset: Dataset, content: CopyContent, dashboard: CopyRecord['dashboard']): CopyRecord {
    return { id: dataset.id, owner: owner(), dataset, visitedAt: now().toISOString(), dashboard, content }
  }

  return {
    find,
    isCurrent,
    /** What this device has of the dataset's current state. */
    async contentOf(id: string): Promise<CopyContent | null> {
      const record = await find(id)
      if (record && isCurrent(record)) return record.content
      const entry = entryOf(id)
      const content = entry && (await readHere(entry))
      if (content) known.set(id, recordOf(entry, content, null))
      return content
    },
    async keep(dataset: Dataset, content: CopyContent, dashboard: CopyRecord['dashboard']): Promise<void> {
      const record = recordOf(dataset, content, dashboard)
      known.set(record.id, record)
      for (const { id } of surplusCopies([...known.values()])) known.delete(id)
      await store.keep(record)
    },
    /** The copies of earlier visits and of this one. */
    async restore(): Promise<readonly CopyRecord[]> {
      for (const record of await store.all()) if (!known.has(record.id)) known.set(record.id, record)
      return [...known.values()]
    },
    current: (): readonly CopyRecord[] => [...known.values()].filter(isCurrent),
    /** Deletes the copies of what has changed, was deleted, or is no longer this account's to see. */
    async dropStale(): Promise<void> {
      const stale = [...known.values()].filter((record) => !isCurrent(record))
      for (const { id } of stale) {
        known.delete(id)
        await store.remove(id)
      }
    },
  }
}
