import { createMiddleware } from 'hono/factory'
import { fail } from '#core/errors.ts'
import type { Access } from '../commands/command.ts'
import type { AppEnv } from './app-env.ts'
import { refusalOf } from './refusal.ts'
import { respondFailure } from './respond.ts'

/** Checks access before the request is read. */
export const requireAccess = (access: Access) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const refusal = refusalOf(access, c.var.caller)
    if (refusal) return respondFailure(c, fail(refusal).error)
    return next()
  })
