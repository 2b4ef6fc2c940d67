import { createMiddleware } from 'hono/factory'
import { fail } from '#core/errors.ts'
import type { Config } from '../config.ts'
import type { AppEnv } from '../http/app-env.ts'
import { respondFailure } from '../http/respond.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

const urlOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null)

/**
 * The origins of our own pages at the hosts that a request names: of the scheme it came by; but behind a proxy that
 * ends TLS only the public origin tells the scheme that people use.
 */
function ownOrigins({ url, headers }: Request, publicOrigin: string | null): ReadonlySet<string> {
  const { protocol, host } = new URL(url)
  const configured = publicOrigin === null ? null : urlOf(publicOrigin)
  const hosts = [host, headers.get('host') ?? host].filter((each) => each !== configured?.host)
  return new Set([...hosts.map((each) => `${protocol}//${each}`), ...(configured ? [configured.origin] : [])])
}

/** May a page of this origin change something here? Programs send no origin, and no browser leaves it out of a write. */
function isOurs(request: Request, { publicOrigin, allowedOrigins }: Config): boolean {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin === null) return site === null || site === 'same-origin' || site === 'none'
  return allowedOrigins.includes(origin) || ownOrigins(request, publicOrigin).has(origin)
}

/** Refuses writes, and live lines, that a foreign site makes in a person's name. */
export const originCheck = createMiddleware<AppEnv>(async (c, next) => {
  const changes = !harmless.has(c.req.method) || c.req.header('upgrade') !== undefined
  if (!changes || isOurs(c.req.raw, c.var.service.config)) return next()
  return respondFailure(c, fail('access/foreign-origin').error)
})
