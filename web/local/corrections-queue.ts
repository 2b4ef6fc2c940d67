import { clear, createStore, get, update } from 'idb-keyval'
import type { Correction } from '#core/semantic/correction.ts'

/** What a word means, said here and not with the server yet. */
export type QueuedCorrection = Correction & { readonly dataset: string; readonly id: string }

const database = createStore('edgewise-corrections', 'queue')
const key = 'corrections'
/** Older ones give way. */
const most = 500

const change = (how: (before: readonly QueuedCorrection[]) => readonly QueuedCorrection[]): Promise<void> =>
  update<readonly QueuedCorrection[]>(key, (before) => how(before ?? []), database).catch(() => undefined)

/** Corrections on their way to the server. Where the browser keeps nothing (a private window), only this visit knows them. */
export const correctionsQueue = {
  all: async (): Promise<readonly QueuedCorrection[]> =>
    (await get<readonly QueuedCorrection[]>(key, database).catch(() => [])) ?? [],
  add: (correction: QueuedCorrection): Promise<void> => change((before) => [...before, correction].slice(-most)),
  remove: (id: string): Promise<void> => change((before) => before.filter((each) => each.id !== id)),
  clear: (): Promise<void> => clear(database).catch(() => undefined),
}
