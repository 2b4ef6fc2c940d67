import { createMiddleware } from 'hono/factory'
import { fail } from '#core/errors.ts'
import { rateLimitsIn, type Limit } from '../adapters/rate-limits.ts'
import { addressOf } from './address-of.ts'
import type { AppEnv } from './app-env.ts'
import { respondFailure } from './respond.ts'

/** Shared key of all clients if addresses are unknown. */
const everybody = 'everybody'

/** Rate limits per user and per address. */
export const rateLimit = (limit: Limit) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { caller, service } = c.var
    const limits = rateLimitsIn(c.env)
    const address = addressOf(c.req.raw.headers, service.config) ?? everybody
    const [byAddress, byPerson] = await Promise.all([
      limits.allows(limit, 'address', address),
      caller ? limits.allows(limit, 'person', caller.user) : true,
    ])
    if (byAddress && byPerson) return next()
    c.header('retry-after', '60')
    return respondFailure(c, fail('request/too-many').error)
  })
