import { createMemoryCache } from './memory-cache.ts'

const address = (key: string): string => `https://results.edgewise.invalid/${key}`
const megabyte = 1_000_000
const largest = 4 * megabyte
/** Parsed results take several times the memory of their text. */
const held = createMemoryCache<unknown>({ entry: megabyte / 8, total: 2 * megabyte })

/**
 * Cached results, in memory and at the edge. Keys change with the data, the model and the Query, so entries are never
 * invalidated.
 */
export const resultCache = {
  async get(key: string): Promise<unknown> {
    const known = held.get(key)
    if (known !== undefined) return known
    const found = await caches.default.match(address(key))
    if (!found) return null
    const text = await found.text()
    const value: unknown = JSON.parse(text)
    held.set(key, value, text.length)
    return value
  },
  async put(key: string, value: unknown, seconds: number): Promise<void> {
    const body = JSON.stringify(value)
    if (body.length > largest) return
    held.set(key, value, body.length)
    const headers = { 'content-type': 'application/json', 'cache-control': `max-age=${seconds}` }
    await caches.default.put(address(key), new Response(body, { headers }))
  },
}
export type ResultCache = typeof resultCache
