import { createMemoryCache } from '#core/memory-cache.ts'
import { readTable, type TableText, writeTable } from '#core/table/table-text.ts'
import type { Table } from '#core/table/table.ts'

const address = (key: string): string => `https://results.edgewise.invalid/${key}`
const megabyte = 1_000_000
const largest = 4 * megabyte
/** A table takes less memory than its text. */
const held = createMemoryCache<string, Table>({ entry: megabyte / 8, total: 2 * megabyte })

/**
 * Cached results, in memory and at the edge. Keys change with the data, the model and the Query, so entries are never
 * invalidated.
 */
export const resultCache = {
  async get(key: string): Promise<Table | null> {
    const known = held.get(key)
    if (known !== undefined) return known
    const found = await caches.default.match(address(key))
    if (!found) return null
    const text = await found.text()
    const table = readTable(JSON.parse(text) as TableText)
    held.set(key, table, text.length)
    return table
  },
  async put(key: string, table: Table, seconds: number): Promise<void> {
    const body = JSON.stringify(writeTable(table))
    if (body.length > largest) return
    held.set(key, table, body.length)
    const headers = { 'content-type': 'application/json', 'cache-control': `max-age=${seconds}` }
    await caches.default.put(address(key), new Response(body, { headers }))
  },
}
export type ResultCache = typeof resultCache
