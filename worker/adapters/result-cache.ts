const address = (key: string): string => `https://results.edgewise.invalid/${key}`
const largest = 4_000_000

/** Results at the edge, by a key that changes whenever the answer could: nothing is ever invalidated. */
export const resultCache = {
  async get(key: string): Promise<unknown> {
    const found = await caches.default.match(address(key))
    return found ? found.json() : null
  },
  async put(key: string, value: unknown, seconds: number): Promise<void> {
    const body = JSON.stringify(value)
    if (body.length > largest) return
    const headers = { 'content-type': 'application/json', 'cache-control': `max-age=${seconds}` }
    await caches.default.put(address(key), new Response(body, { headers }))
  },
}
export type ResultCache = typeof resultCache
