import { createMiddleware } from 'hono/factory'
import { fail } from '#core/errors.ts'
import type { Config } from '../config.ts'
import type { AppEnv } from '../http/app-env.ts'
import { respondFailure } from '../http/respond.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

const hostOf = (origin: string): string | null => {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

/** May a page of this origin change something here? Programs send no origin, and no browser leaves it out of a write. */
function isOurs(request: Request, { publicOrigin, allowedOrigins }: Config): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return request.headers.get('sec-fetch-site') !== 'cross-site'
  if (origin === publicOrigin || allowedOrigins.includes(origin)) return true
  const host = hostOf(origin)
  return host !== null && (host === new URL(request.url).host || host === request.headers.get('host'))
}

/** Refuses writes, and live lines, that a foreign site makes in a person's name. */
export const originCheck = createMiddleware<AppEnv>(async (c, next) => {
  const changes = !harmless.has(c.req.method) || c.req.header('upgrade') !== undefined
  if (!changes || isOurs(c.req.raw, c.var.service.config)) return next()
  return respondFailure(c, fail('access/foreign-origin').error)
})
