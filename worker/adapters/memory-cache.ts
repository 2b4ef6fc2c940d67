type Bounds = { readonly entry: number; readonly total: number }

/** What never changes, kept for the life of the isolate up to so many bytes; the least recently read goes first. */
export function createMemoryCache<Value>(largest: Bounds) {
  const entries = new Map<string, { readonly value: Value; readonly bytes: number }>()
  let total = 0
  return {
    get(key: string): Value | undefined {
      const found = entries.get(key)
      if (!found) return undefined
      entries.delete(key)
      entries.set(key, found)
      return found.value
    },
    set(key: string, value: Value, bytes: number): void {
      if (bytes > largest.entry || entries.has(key)) return
      entries.set(key, { value, bytes })
      total += bytes
      for (const [oldest, entry] of entries) {
        if (total <= largest.total) return
        entries.delete(oldest)
        total -= entry.bytes
      }
    },
  }
}
