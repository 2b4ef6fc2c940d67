const largestEntry = 2 * 1024 * 1024
const largestTotal = 16 * 1024 * 1024

/** Small pieces of files that never change, kept for the life of the isolate; the least recently read goes first. */
export function createByteCache() {
  const entries = new Map<string, ArrayBuffer>()
  let total = 0
  return {
    get(key: string): ArrayBuffer | undefined {
      const found = entries.get(key)
      if (!found) return undefined
      entries.delete(key)
      entries.set(key, found)
      return found
    },
    set(key: string, bytes: ArrayBuffer): void {
      if (bytes.byteLength > largestEntry || entries.has(key)) return
      entries.set(key, bytes)
      total += bytes.byteLength
      for (const [oldest, { byteLength }] of entries) {
        if (total <= largestTotal) return
        entries.delete(oldest)
        total -= byteLength
      }
    },
  }
}
