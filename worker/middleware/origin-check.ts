import { createMiddleware } from 'hono/factory'
import { fail } from '#core/errors.ts'
import type { Config } from '../config.ts'
import type { AppEnv } from '../http/app-env.ts'
import { respondFailure } from '../http/respond.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

const urlOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null)

/**
 * Origins of our own pages: the request's hosts with its scheme. Behind a proxy that terminates TLS, only the
 * configured public origin has the right scheme.
 */
function ownOrigins({ url, headers }: Request, publicOrigin: string | null): ReadonlySet<string> {
  const { protocol, host } = new URL(url)
  const configured = publicOrigin === null ? null : urlOf(publicOrigin)
  const hosts = [host, headers.get('host') ?? host].filter((each) => each !== configured?.host)
  return new Set([...hosts.map((each) => `${protocol}//${each}`), ...(configured ? [configured.origin] : [])])
}

/** True if a page of this origin may write. Programs send no Origin header; browsers always send one with a write. */
function isOurs(request: Request, { publicOrigin, allowedOrigins }: Config): boolean {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin === null) return site === null || site === 'same-origin' || site === 'none'
  return allowedOrigins.includes(origin) || ownOrigins(request, publicOrigin).has(origin)
}

/** Refuses cross-site writes and sockets (CSRF). */
export const originCheck = createMiddleware<AppEnv>(async (c, next) => {
  const changes = !harmless.has(c.req.method) || c.req.header('upgrade') !== undefined
  if (!changes || isOurs(c.req.raw, c.var.service.config)) return next()
  return respondFailure(c, fail('access/foreign-origin').error)
})
