import { createMiddleware } from 'hono/factory'
import { fail } from '#core/errors.ts'
import { rateLimitsIn } from '../adapters/rate-limits.ts'
import type { Limit } from '../commands/command.ts'
import { addressOf } from '../http/address-of.ts'
import type { AppEnv } from '../http/app-env.ts'
import { respondFailure } from '../http/respond.ts'

/** Where addresses are not known, all who come count as this one. */
const everybody = 'everybody'

/** Slows down who asks too much: each person, and each address whoever they say they are. */
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
