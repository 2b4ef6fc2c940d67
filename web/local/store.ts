import { clear, createStore, delMany, entries, getMany, set } from 'idb-keyval'
import { leaveMark, removeMark } from './mark.ts'
import { type LocalRecord, surplus } from './record.ts'

/** Increment when old records become unreadable. */
const format = 1

const database = createStore(`edgewise-${format}`, 'datasets')

type Bytes = Pick<LocalRecord, 'file' | 'read'>

/** Large data has its own key, so that dashboard edits do not rewrite rows. */
const bytesOf = (id: string): string => `${id} bytes`

/** The bytes written in this visit, by dataset. */
const written = new Map<string, string>()

const partsOf = ({ file, read }: Bytes): string => `${file === null ? '' : 'file'} ${read === null ? '' : 'read'}`

type Stored = Bytes & Omit<LocalRecord, keyof Bytes>

async function readAll(): Promise<readonly LocalRecord[]> {
  const all = new Map(await entries<string, Stored>(database))
  const { asNow } = await import('./as-now.ts')
  return [...all].flatMap(([id, record]) => {
    const bytes = all.get(bytesOf(id))
    return bytes ? [asNow({ ...record, file: bytes.file, read: bytes.read })] : []
  })
}

async function readOne(id: string): Promise<LocalRecord | null> {
  const [record, bytes] = await getMany<Stored | undefined>([id, bytesOf(id)], database)
  return record && bytes ? { ...record, file: bytes.file, read: bytes.read } : null
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
  find: (id: string): Promise<LocalRecord | null> => readOne(id).catch(() => null),
  async keep(record: LocalRecord): Promise<void> {
    const { file, read, ...rest } = record
    try {
      if (written.get(record.id) !== partsOf(record)) await set(bytesOf(record.id), { file, read }, database)
      written.set(record.id, partsOf(record))
      await set(record.id, rest, database)
      leaveMark()
      for (const { id } of surplus(await readAll())) await remove(id)
    } catch {
      // The page still has the data in memory.
    }
  },
  remove: (id: string): Promise<void> => remove(id).catch(() => undefined),
  async clear(): Promise<void> {
    removeMark()
    await clear(database).catch(() => undefined)
  },
}
