import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { accessCookie } from '../http/session-cookies.ts'
import type { AppEnv } from '../http/app-env.ts'
import { asId } from '#core/ids.ts'
import { digest } from '../security/digest.ts'
import { tokenPrefix } from '../security/token-prefix.ts'
import type { Caller, Service } from '../service.ts'

/** The caller of a token, unless the session was revoked or the user deactivated since it was signed. */
async function callerOf({ secrets, sessions, accounts, now, defer }: Service, token: string): Promise<Caller | null> {
  const claims = await secrets.readAccess(token)
  const holder = claims && (await sessions.holder(claims.session, now()))
  if (!holder) return null
  defer(accounts.touch(holder.workspace, now()))
  return holder
}

/** The caller of a personal token, with no more than its scope. */
async function callerOfKey({ personalTokens, accounts, now, defer }: Service, key: string): Promise<Caller | null> {
  const holder = await personalTokens.holder(digest(key), now())
  if (!holder) return null
  const { token, ...who } = holder
  defer(personalTokens.used(token, now()).execute())
  defer(accounts.touch(holder.workspace, now()))
  return { ...who, session: asId<'session'>(token) }
}

/** Sets the caller from a bearer token or cookie. Routes decide on access. */
export const authenticate = createMiddleware<AppEnv>(async (c, next) => {
  const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  const token = bearer ?? getCookie(c, accessCookie)
  const { service } = c.var
  const ofKey = bearer?.startsWith(tokenPrefix) ?? false
  c.set('caller', token ? await (ofKey ? callerOfKey : callerOf)(service, token) : null)
  return next()
})
