import { signal } from '@preact/signals'

type Entry = {
  readonly sql: string
  readonly at: string
  readonly rows: number | null
  readonly isFavourite: boolean
}
export type HistoryStore = {
  readonly all: () => Promise<readonly Entry[]>
  readonly keep: (entries: readonly Entry[]) => Promise<void>
}

const maxRemembered = 100

/** Executed SQL, newest first; favourites are never evicted. */
export function createHistory(store: HistoryStore) {
  const entries = signal<readonly Entry[]>([])
  const loaded = store.all().then((kept) => void (entries.value = kept))

  async function change(to: (now: readonly Entry[]) => readonly Entry[]): Promise<void> {
    await loaded
    let others = 0
    entries.value = to(entries.value).filter(({ isFavourite }) => isFavourite || ++others <= maxRemembered)
    await store.keep(entries.value)
  }

  return {
    entries,
    loaded,
    /** Equal SQL has one entry, with its last time. */
    add: (sql: string, at: string, rows: number | null): Promise<void> =>
      change((now) => {
        const isFavourite = now.some((entry) => entry.sql === sql && entry.isFavourite)
        return [{ sql, at, rows, isFavourite }, ...now.filter((entry) => entry.sql !== sql)]
      }),
    favour: (sql: string, isFavourite: boolean): Promise<void> =>
      change((now) => now.map((entry) => (entry.sql === sql ? { ...entry, isFavourite } : entry))),
    forget: (sql: string): Promise<void> => change((now) => now.filter((entry) => entry.sql !== sql)),
  }
}
export type History = ReturnType<typeof createHistory>
