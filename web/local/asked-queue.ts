import { clear, createStore, get, update } from 'idb-keyval'

/** A question that was asked here and is not with the server yet. */
export type QueuedQuestion = {
  readonly dataset: string
  readonly id: string
  readonly question: string
  readonly link: string | null
  /** ISO text. */
  readonly askedAt: string
}

const database = createStore('edgewise-asked', 'queue')
const key = 'questions'
/** Older ones give way. */
const most = 500

const change = (how: (before: readonly QueuedQuestion[]) => readonly QueuedQuestion[]): Promise<void> =>
  update<readonly QueuedQuestion[]>(key, (before) => how(before ?? []), database).catch(() => undefined)

/** Questions on their way to the server. Where the browser keeps nothing (a private window), only this visit knows them. */
export const askedQueue = {
  all: async (): Promise<readonly QueuedQuestion[]> =>
    (await get<readonly QueuedQuestion[]>(key, database).catch(() => [])) ?? [],
  add: (question: QueuedQuestion): Promise<void> => change((before) => [...before, question].slice(-most)),
  remove: (id: string): Promise<void> => change((before) => before.filter((each) => each.id !== id)),
  clear: (): Promise<void> => clear(database).catch(() => undefined),
}
