import { bodyLimit as limitOf } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { fail } from '#core/errors.ts'
import type { AppEnv } from '../http/app-env.ts'
import { drain } from '../http/drain.ts'
import { respondFailure } from '../http/respond.ts'

/** Maximum JSON body: larger than any page sends, and small for an isolate's memory. */
const largest = 1_000_000

const limited = limitOf({
  maxSize: largest,
  onError: async (c) => {
    await drain(c.req.raw)
    return respondFailure(c, fail('request/too-large').error)
  },
})

/** Upload parts have their own limit in their route: the announced size. */
const isPart = (method: string, path: string): boolean => method === 'PUT' && /\/uploads\/[^/]+\/parts\//.test(path)

/** Refuses larger bodies. */
export const bodyLimit = createMiddleware<AppEnv>((c, next) =>
  isPart(c.req.method, c.req.path) ? next() : limited(c, next),
)
