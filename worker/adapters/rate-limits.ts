import type { Env } from '../env.ts'
import { createMemoryLimiter, type Limiter } from './memory-limiter.ts'

/**
 * Rate limit class: `read` for stored data; `query` for computation and upload parts; `write`; `sign-in` for password
 * checks and new sessions. A call counts `weight` times.
 */
export type Limit = { readonly kind: 'read' | 'query' | 'write' | 'sign-in'; readonly weight: number }

/** The key of a limit: the signed-in user or the client address. */
type Who = 'person' | 'address'

/** Reads are frequent and cheap, so they are counted in memory instead of a binding. */
const reads = { person: createMemoryLimiter(6000), address: createMemoryLimiter(12_000) }

/**
 * Checks rate limits per key and minute with the bindings in wrangler.toml, which need no network request. Bindings
 * have no weights, so a call of weight three counts three times.
 */
export const rateLimitsIn = (env: Env) => {
  const limiters: Readonly<Record<`${Limit['kind']} ${Who}`, Limiter | null>> = {
    'read person': reads.person,
    'read address': reads.address,
    'query person': env.RATE_QUERY_PERSON,
    'query address': env.RATE_QUERY_ADDRESS,
    'write person': env.RATE_WRITE_PERSON,
    'write address': env.RATE_WRITE_ADDRESS,
    // A new session has no user yet.
    'sign-in person': null,
    'sign-in address': env.RATE_SIGN_IN_ADDRESS,
  }
  return {
    async allows({ kind, weight }: Limit, who: Who, key: string): Promise<boolean> {
      const limiter = limiters[`${kind} ${who}`]
      if (!limiter) return true
      const counted = await Promise.all(Array.from({ length: weight }, () => limiter.limit({ key })))
      return counted.every(({ success }) => success)
    },
  }
}
