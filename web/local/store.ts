import { clear, createStore, delMany, entries, set } from 'idb-keyval'
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

type Bytes = Pick<LocalRecord, 'file' | 'read'>

/** What is large stands apart, so that an edit of a dashboard does not write the rows anew. */
const bytesOf = (id: string): string => `${id} bytes`

/** Whose bytes have been written in this visit, and which of them. */
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

/** The datasets this browser keeps. Where it refuses (a private window, a full disk), the visit goes on without. */
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
      // Nothing is lost that the page does not hold.
    }
  },
  remove: (id: string): Promise<void> => remove(id).catch(() => undefined),
  async clear(): Promise<void> {
    leaveMark(false)
    await clear(database).catch(() => undefined)
  },
}
