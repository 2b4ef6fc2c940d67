import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/app-env.ts'
import { principalOf, standingOf, viewAsHeader } from '../http/principal-of.ts'
import { respondFailure } from '../http/respond.ts'

/** Sets the principal and standing of the request. */
export const viewAs = createMiddleware<AppEnv>(async (c, next) => {
  const principal = principalOf(c.var.caller, c.req.header(viewAsHeader))
  if (!principal.ok) return respondFailure(c, principal.error)
  const { caller } = c.var
  c.set('principal', principal.value)
  c.set('standing', caller && standingOf(caller, principal.value))
  return next()
})
