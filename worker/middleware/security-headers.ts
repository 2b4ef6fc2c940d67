import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/app-env.ts'

/** Only what we serve ourselves. WebAssembly is compiled, workers may start from what the page builds. */
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

/** Addresses that only those who were given them should find. */
const unlisted = /^\/(?:s|api)\//

/** What every response tells the browser to refuse. A route that sets a policy of its own keeps it. */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  if (c.res.status === 101) return
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  if (unlisted.test(c.req.path)) c.header('x-robots-tag', 'noindex')
  if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', policy)
  if (new URL(c.req.url).protocol === 'https:')
    c.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
})
