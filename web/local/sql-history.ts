import { clear, createStore, get, set } from 'idb-keyval'

/** SQL executed in this browser, with its result. */
type SqlEntry = {
  readonly sql: string
  /** Last execution as ISO text. */
  readonly at: string
  /** Null if it failed. */
  readonly rows: number | null
  readonly isFavourite: boolean
}

const database = createStore('edgewise-sql', 'history')
const key = 'entries'

/** The stored SQL history. Without storage (a private window) nothing is kept. */
export const sqlHistory = {
  all: async (): Promise<readonly SqlEntry[]> => (await get<SqlEntry[]>(key, database).catch(() => [])) ?? [],
  keep: (entries: readonly SqlEntry[]): Promise<void> => set(key, entries, database).catch(() => undefined),
  clear: (): Promise<void> => clear(database).catch(() => undefined),
}
