import { clear, createStore, delMany, entries, set } from 'idb-keyval'
import { type LocalRecord, surplus } from './record.ts'

/** Increment when old records become unreadable. */
const format = 1
const mark = 'edgewise-local'

const database = createStore(`edgewise-${format}`, 'datasets')

/** Records in localStorage whether there is anything to restore. */
function leaveMark(any: boolean): void {
  try {
    if (any) localStorage.setItem(mark, String(format))
    else localStorage.removeItem(mark)
  } catch {
    // Storage may be unavailable; local datasets then last until the page closes.
  }
}

type Bytes = Pick<LocalRecord, 'file' | 'read'>

/** Large data has its own key, so that dashboard edits do not rewrite rows. */
const bytesOf = (id: string): string => `${id} bytes`

/** The bytes written in this visit, by dataset. */
const written = new Map<string, string>()

const partsOf = ({ file, read }: Bytes): string => `${file === null ? '' : 'file'} ${read === null ? '' : 'read'}`

async function readAll(): Promise<readonly LocalRecord[]> {
  const all = new Map(await entries<string, Bytes & Omit<LocalRecord, keyof Bytes>>(database))
  const { asNow } = await import('./as-now.ts')
  return [...all].flatMap(([id, record]) => {
    const bytes = all.get(bytesOf(id))
    return bytes ? [asNow({ ...record, file: bytes.file, read: bytes.read })] : []
  })
}

function remove(id: string): Promise<void> {
  written.delete(id)
  return delMany([id, bytesOf(id)], database)
}

/** Local datasets in IndexedDB. Without storage (a private window, a full disk) nothing is kept. */
export const store = {
  async all(): Promise<readonly LocalRecord[]> {
    return readAll().catch(() => [])
  },
  async keep(record: LocalRecord): Promise<void> {
    const { file, read, ...rest } = record
    try {
      if (written.get(record.id) !== partsOf(record)) await set(bytesOf(record.id), { file, read }, database)
      written.set(record.id, partsOf(record))
      await set(record.id, rest, database)
      leaveMark(true)
      for (const { id } of surplus(await readAll())) await remove(id)
    } catch {
      // The page still has the data in memory.
    }
  },
  remove: (id: string): Promise<void> => remove(id).catch(() => undefined),
  async clear(): Promise<void> {
    leaveMark(false)
    await clear(database).catch(() => undefined)
  },
}
