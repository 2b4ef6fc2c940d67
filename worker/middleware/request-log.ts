import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import type { AppEnv } from '../http/app-env.ts'
import { log } from '../log.ts'

/**
 * Logs one line per request. It contains the route pattern instead of the URL, because public links have their secret
 * in the URL.
 */
export const requestLog = createMiddleware<AppEnv>(async (c, next) => {
  const started = Date.now()
  await next()
  const { requestId, caller, failure } = c.var
  const { status } = c.res
  log(status >= 500 ? 'error' : 'info', 'request', {
    requestId,
    method: c.req.method,
    route: routePath(c),
    status,
    ms: Date.now() - started,
    ...(caller ? { user: caller.user, workspace: caller.workspace } : {}),
    ...(failure ? { failure } : {}),
  })
})
