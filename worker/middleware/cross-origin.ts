import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/app-env.ts'

/** CORS: pages of allowed origins may call the API with a bearer token, but not with cookies. */
export const crossOrigin = createMiddleware<AppEnv>((c, next) => {
  const { allowedOrigins } = c.var.service.config
  return cors({
    origin: (origin) => (allowedOrigins.includes(origin) ? origin : null),
    allowHeaders: ['authorization', 'content-type', 'range'],
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposeHeaders: ['x-request-id', 'content-range', 'retry-after'],
    maxAge: 600,
  })(c, next)
})
