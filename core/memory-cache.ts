/** Limits of a cache, inclusive: bytes where entries tell their size, else a number of entries. */
type Bounds = {
  readonly total: number
  /** The largest size of one entry; by default the total. */
  readonly entry?: number
}

export type MemoryCache<Key, Value> = {
  /** The entry of a key, which is then the most recently used. */
  readonly get: (key: Key) => Value | undefined
  /** Puts or replaces an entry and evicts the least recently used; an entry that is too large is not kept. */
  readonly set: (key: Key, value: Value, size?: number) => void
  readonly delete: (key: Key) => void
  readonly clear: () => void
}

/** An LRU cache in memory, limited by the size of its entries. */
export function createMemoryCache<Key, Value>({ total, entry = total }: Bounds): MemoryCache<Key, Value> {
  /** In order of last use, oldest first. */
  const entries = new Map<Key, { readonly value: Value; readonly size: number }>()
  let held = 0

  function remove(key: Key): void {
    held -= entries.get(key)?.size ?? 0
    entries.delete(key)
  }

  function evict(): void {
    for (const key of entries.keys()) {
      if (held <= total) return
      remove(key)
    }
  }

  return {
    get(key) {
      const found = entries.get(key)
      if (!found) return undefined
      entries.delete(key)
      entries.set(key, found)
      return found.value
    },
    set(key, value, size = 1) {
      remove(key)
      if (size > entry) return
      entries.set(key, { value, size })
      held += size
      evict()
    },
    delete: remove,
    clear() {
      entries.clear()
      held = 0
    },
  }
}
