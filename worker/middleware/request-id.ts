import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/app-env.ts'

/** Names each request, so that what a person reports can be found in the log. */
export const requestId = createMiddleware<AppEnv>(async (c, next) => {
  c.set('requestId', crypto.randomUUID())
  await next()
  if (c.res.status !== 101) c.header('x-request-id', c.var.requestId)
})
