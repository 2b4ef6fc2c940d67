import { createMemoryCache } from '../memory-cache.ts'
import type { Source } from './source.ts'
import type { Column, Table } from './table.ts'

/** Estimated bytes of a column in memory; a dictionary text counts as 40 bytes. */
const bytesOf = (column: Column): number =>
  column.type === 'text' ? column.codes.byteLength + column.dictionary.length * 40 : column.values.byteLength

/** Estimated bytes of a table in memory. */
export const bytesOfTable = ({ columns }: Table): number => columns.reduce((sum, column) => sum + bytesOf(column), 0)

/** Caches the columns read from a source, up to `maxBytes`; evicts the least recently used. */
export function cachingSource(source: Source, maxBytes: number): Source {
  const cache = createMemoryCache<string, Promise<Column | undefined>>({ total: maxBytes })

  /** Columns count from when they are read, because their size is unknown before. */
  function remember(key: string, column: Promise<Column | undefined>): void {
    cache.set(key, column, 0)
    column
      .then((read) => {
        if (read !== undefined && cache.get(key) === column) cache.set(key, column, bytesOf(read))
      })
      // The caller of `read` gets the failure; here the entry is only evicted.
      .catch(() => cache.get(key) === column && cache.delete(key))
  }

  return {
    ...source,
    async read(group, names) {
      const keyOf = (name: string): string => `${group} ${name}`
      const known = new Map(names.map((name) => [name, cache.get(keyOf(name))]))
      const missing = names.filter((name) => known.get(name) === undefined)
      if (missing.length > 0) {
        const reading = source.read(group, missing)
        for (const [index, name] of missing.entries()) {
          const column = reading.then(({ columns }) => columns[index])
          known.set(name, column)
          remember(keyOf(name), column)
        }
      }
      const columns = await Promise.all(names.map((name) => known.get(name)))
      return { rows: source.rowGroups[group]?.rows ?? 0, columns: columns.filter((column) => column !== undefined) }
    },
  }
}
