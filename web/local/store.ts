import { clear, createStore, del, set, values } from 'idb-keyval'
import { type LocalRecord, surplus } from './record.ts'

/** Raised when records written before can no longer be read. */
const format = 1
const mark = 'edgewise-local'

const database = createStore(`edgewise-${format}`, 'datasets')

/** Tells the next visit whether there is anything to look for. */
function leaveMark(any: boolean): void {
  try {
    if (any) localStorage.setItem(mark, String(format))
    else localStorage.removeItem(mark)
  } catch {
    // Storage may be closed; what is here then lasts as long as the page.
  }
}

/** The datasets this browser keeps. Where it refuses (a private window, a full disk), the visit goes on without. */
export const store = {
  async all(): Promise<readonly LocalRecord[]> {
    return values<LocalRecord>(database).catch(() => [])
  },
  async keep(record: LocalRecord): Promise<void> {
    try {
      await set(record.id, record, database)
      leaveMark(true)
      for (const { id } of surplus(await values<LocalRecord>(database))) await del(id, database)
    } catch {
      // Nothing is lost that the page does not hold.
    }
  },
  remove: (id: string): Promise<void> => del(id, database).catch(() => undefined),
  async clear(): Promise<void> {
    leaveMark(false)
    await clear(database).catch(() => undefined)
  },
}
