import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/app-env.ts'

/** Assigns an id to each request, which users can report and the log contains. */
export const requestId = createMiddleware<AppEnv>(async (c, next) => {
  c.set('requestId', crypto.randomUUID())
  await next()
  if (c.res.status !== 101) c.header('x-request-id', c.var.requestId)
})
