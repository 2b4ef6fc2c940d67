import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/app-env.ts'

/** Content security policy: own resources only; WebAssembly may compile, and workers may start from blobs. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
} as const

/** Paths that search engines must not index. */
const unlisted = /^\/(?:s|api)\//

/** Sets security headers on every response. A route's own policy takes precedence. */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (c.res.status === 101) return
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  if (unlisted.test(c.req.path)) c.header('x-robots-tag', 'noindex')
  if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', policy)
  if (new URL(c.req.url).protocol === 'https:')
    c.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
})
