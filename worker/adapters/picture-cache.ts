const address = (key: string): string => `https://pictures.edgewise.invalid/${key}`
/** Larger pictures are drawn anew. */
const largest = 4_000_000

/** Drawn charts at the edge. Keys change with the data, the model, the Query and the spec, so entries only expire. */
export const pictureCache = {
  get: async (key: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    const found = await caches.default.match(address(key))
    return found ? new Uint8Array(await found.arrayBuffer()) : null
  },
  put: async (key: string, bytes: Uint8Array<ArrayBuffer>, seconds: number): Promise<void> => {
    if (bytes.length > largest) return
    const headers = { 'content-type': 'application/octet-stream', 'cache-control': `max-age=${seconds}` }
    await caches.default.put(address(key), new Response(bytes, { headers }))
  },
}
export type PictureCache = typeof pictureCache
