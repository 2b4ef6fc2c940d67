import { createMiddleware } from 'hono/factory'
import { fail } from '#core/errors.ts'
import { rateLimitsIn, type Limited } from '../adapters/rate-limits.ts'
import type { AppEnv } from '../http/app-env.ts'
import { respondFailure } from '../http/respond.ts'

/** Where passwords can be guessed. */
const guessing = /\/(?:auth\/(?:sign-in|sign-up)|me\/password)$/
/** What a normal page does many times a minute: figures for its tiles, parts of a file. */
const frequent = /\/(?:query|ask|uploads\/[^/]+\/parts\/\d+|public\/.+)$/

function limitOf(method: string, path: string): Limited | null {
  if (frequent.test(path)) return 'queries'
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return null
  return guessing.test(path) ? 'signIn' : 'writes'
}

/** Slows down who asks too much: by person where there is one, else by address. Guesses always count by address. */
export const rateLimit = createMiddleware<AppEnv>(async (c, next) => {
  const limit = limitOf(c.req.method, c.req.path)
  if (!limit) return next()
  const address = c.req.header('cf-connecting-ip') ?? 'local'
  const key = limit === 'signIn' ? address : (c.var.caller?.user ?? address)
  if (await rateLimitsIn(c.env).allows(limit, key)) return next()
  c.header('retry-after', '60')
  return respondFailure(c, fail('request/too-many').error)
})
