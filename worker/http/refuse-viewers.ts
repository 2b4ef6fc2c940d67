import { createMiddleware } from 'hono/factory'
import { fail } from '#core/errors.ts'
import type { Effect } from '../commands/command.ts'
import type { AppEnv } from './app-env.ts'
import { viewAsHeader } from './principal-of.ts'
import { respondFailure } from './respond.ts'

/** Refuses writes while viewing as another principal. */
export const refuseViewers = (effect: Effect) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (effect === 'read' || c.req.header(viewAsHeader) === undefined) return next()
    return respondFailure(c, fail('access/viewing-as', { role: c.var.principal.role }).error)
  })
