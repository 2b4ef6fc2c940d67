import { clear, createStore, get, set } from 'idb-keyval'

/** SQL that was run in this browser, and what came of it. */
type SqlEntry = {
  readonly sql: string
  /** When it was run last, as ISO text. */
  readonly at: string
  /** Null where it failed. */
  readonly rows: number | null
  readonly isFavourite: boolean
}

const database = createStore('edgewise-sql', 'history')
const key = 'entries'

/** The SQL this browser remembers. Where it refuses (a private window), the visit goes on without. */
export const sqlHistory = {
  all: async (): Promise<readonly SqlEntry[]> => (await get<SqlEntry[]>(key, database).catch(() => [])) ?? [],
  keep: (entries: readonly SqlEntry[]): Promise<void> => set(key, entries, database).catch(() => undefined),
  clear: (): Promise<void> => clear(database).catch(() => undefined),
}
