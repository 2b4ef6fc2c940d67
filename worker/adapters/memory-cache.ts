type Bounds = { readonly entry: number; readonly total: number }

/** LRU cache of immutable values in the isolate's memory, limited in bytes. */
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
