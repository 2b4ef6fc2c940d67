import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { accessCookie } from '../http/session-cookies.ts'
import type { AppEnv } from '../http/app-env.ts'
import type { Caller, Service } from '../service.ts'

/** The caller of a token, unless the session was revoked or the user deactivated since it was signed. */
async function callerOf({ secrets, sessions, accounts, now, defer }: Service, token: string): Promise<Caller | null> {
  const claims = await secrets.readAccess(token)
  const holder = claims && (await sessions.holder(claims.session, now()))
  if (!holder) return null
  defer(accounts.touch(holder.workspace, now()))
  return holder
}

/** Sets the caller from a bearer token or cookie. Routes decide on access. */
export const authenticate = createMiddleware<AppEnv>(async (c, next) => {
  const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  const token = bearer ?? getCookie(c, accessCookie)
  c.set('caller', token ? await callerOf(c.var.service, token) : null)
  return next()
})
