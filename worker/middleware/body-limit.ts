import { bodyLimit as limitOf } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { fail } from '#core/errors.ts'
import type { AppEnv } from '../http/app-env.ts'
import { drain } from '../http/drain.ts'
import { respondFailure } from '../http/respond.ts'

/** Far above what any page sends as JSON, far below what would fill an isolate's memory. */
const largest = 1_000_000

const limited = limitOf({
  maxSize: largest,
  onError: async (c) => {
    await drain(c.req.raw)
    return respondFailure(c, fail('request/too-large').error)
  },
})

/** Parts of files are as large as they were announced; their route sees to that. */
const isPart = (method: string, path: string): boolean => method === 'PUT' && /\/uploads\/[^/]+\/parts\//.test(path)

/** Refuses bodies that nobody should have to read. */
export const bodyLimit = createMiddleware<AppEnv>((c, next) =>
  isPart(c.req.method, c.req.path) ? next() : limited(c, next),
)
