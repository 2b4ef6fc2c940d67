import type { Source } from './source.ts'
import type { Column } from './table.ts'

type CacheEntry = { readonly column: Promise<Column | undefined>; bytes: number }

/** Estimated bytes of a column in memory; a dictionary text counts as 40 bytes. */
const bytesOf = (column: Column): number =>
  column.type === 'text' ? column.codes.byteLength + column.dictionary.length * 40 : column.values.byteLength

/** Caches the columns read from a source, up to `maxBytes`; evicts the least recently used. */
export function cachingSource(source: Source, maxBytes: number): Source {
  /** In order of last use, oldest first. */
  const cache = new Map<string, CacheEntry>()
  let held = 0

  function forgetOldest(): void {
    for (const [key, { bytes }] of cache) {
      if (held <= maxBytes) return
      held -= bytes
      cache.delete(key)
    }
  }

  function remember(key: string, column: Promise<Column | undefined>): void {
    const entry: CacheEntry = { column, bytes: 0 }
    cache.set(key, entry)
    column
      .then((read) => {
        if (cache.get(key) !== entry || read === undefined) return
        entry.bytes = bytesOf(read)
        held += entry.bytes
        forgetOldest()
      })
      // The caller of `read` gets the failure; here the entry is only evicted.
      .catch(() => cache.get(key) === entry && cache.delete(key))
  }

  return {
    ...source,
    async read(group, names) {
      const keyOf = (name: string): string => `${group} ${name}`
      const missing = names.filter((name) => !cache.has(keyOf(name)))
      if (missing.length > 0) {
        const reading = source.read(group, missing)
        for (const [index, name] of missing.entries())
          remember(
            keyOf(name),
            reading.then(({ columns }) => columns[index]),
          )
      }
      const reading = names.map((name) => {
        const entry = cache.get(keyOf(name))
        if (entry === undefined) return undefined
        cache.delete(keyOf(name))
        cache.set(keyOf(name), entry)
        return entry.column
      })
      const columns = await Promise.all(reading)
      return { rows: source.rowGroups[group]?.rows ?? 0, columns: columns.filter((column) => column !== undefined) }
    },
  }
}
