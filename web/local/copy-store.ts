import { clear, createStore, del, get, set, values } from 'idb-keyval'
import { type CopyRecord, surplusCopies } from './copy-record.ts'
import { leaveMark } from './mark.ts'

/** Increment when old records become unreadable. */
const format = 1

const database = createStore(`edgewise-copies-${format}`, 'copies')

/** Copies in IndexedDB. Without storage (a private window, a full disk) they last as long as the page. */
export const copyStore = {
  all: (): Promise<readonly CopyRecord[]> => values<CopyRecord>(database).catch(() => []),
  find: async (id: string): Promise<CopyRecord | null> =>
    (await get<CopyRecord>(id, database).catch(() => undefined)) ?? null,
  async keep(record: CopyRecord): Promise<void> {
    try {
      await set(record.id, record, database)
      leaveMark()
      for (const { id } of surplusCopies(await values<CopyRecord>(database))) await del(id, database)
    } catch {
      // The page still has the copy in memory.
    }
  },
  remove: (id: string): Promise<void> => del(id, database).catch(() => undefined),
  clear: (): Promise<void> => clear(database).catch(() => undefined),
}
