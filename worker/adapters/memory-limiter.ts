/** The interface of the platform's rate limits. */
export type Limiter = { readonly limit: (of: { readonly key: string }) => Promise<{ readonly success: boolean }> }

const minute = 60_000
const maxKeys = 100_000

/** Counts per key and minute in this isolate's memory; isolates count separately. */
export function createMemoryLimiter(most: number): Limiter {
  const counts = new Map<string, number>()
  let counted = 0
  return {
    limit: async ({ key }) => {
      const now = Math.floor(Date.now() / minute)
      if (now !== counted || counts.size >= maxKeys) counts.clear()
      counted = now
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return { success: count <= most }
    },
  }
}
