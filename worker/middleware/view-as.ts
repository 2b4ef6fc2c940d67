import { createMiddleware } from 'hono/factory'
import { fail } from '#core/errors.ts'
import type { AppEnv } from '../http/app-env.ts'
import { principalOf, viewAsHeader } from '../http/principal-of.ts'
import { respondFailure } from '../http/respond.ts'

/** What is asked in a body, and changes nothing. */
const asking = /\/(query|ask|sql|search|validate)$/

/** Finds out as whom a request is answered. Whoever looks at things as somebody else changes nothing. */
export const viewAs = createMiddleware<AppEnv>(async (c, next) => {
  const header = c.req.header(viewAsHeader)
  const principal = principalOf(c.var.caller, header)
  if (!principal.ok) return respondFailure(c, principal.error)
  c.set('principal', principal.value)
  if (header === undefined || c.req.method === 'GET' || asking.test(c.req.path)) return next()
  return respondFailure(c, fail('access/viewing-as', { role: principal.value.role }).error)
})
