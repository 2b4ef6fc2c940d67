import type { Limit } from '../commands/command.ts'
import { createMemoryLimiter, type Limiter } from './memory-limiter.ts'

/** Whom a limit tells apart: the person who is signed in, or the address that a request comes from. */
type Who = 'person' | 'address'

/** Reads come so often and cost so little that even asking a binding would be felt. */
const reads = { person: createMemoryLimiter(6000), address: createMemoryLimiter(12_000) }

/**
 * May this caller go on? Counted per key and minute in the bindings of wrangler.jsonc, which the platform keeps beside the
 * Worker: no journey, where a counter in the database or in an object would cost one for every request. A binding
 * knows no weights, so a call that weighs three counts three times.
 */
export const rateLimitsIn = (env: Env) => {
  const limiters: Readonly<Record<`${Limit['kind']} ${Who}`, Limiter | null>> = {
    'read person': reads.person,
    'read address': reads.address,
    'query person': env.RATE_QUERY_PERSON,
    'query address': env.RATE_QUERY_ADDRESS,
    'write person': env.RATE_WRITE_PERSON,
    'write address': env.RATE_WRITE_ADDRESS,
    // A session that begins is nobody's yet.
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
