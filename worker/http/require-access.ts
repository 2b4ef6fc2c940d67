import { createMiddleware } from 'hono/factory'
import type { Policy } from '../commands/command.ts'
import type { AppEnv } from './app-env.ts'
import { refusalOf } from './refusal.ts'
import { respondFailure } from './respond.ts'

/** Checks access and role before the request is read. */
export const requireAccess = (policy: Pick<Policy, 'access' | 'needs' | 'effect' | 'limit'>) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const refusal = refusalOf(policy, c.var.caller, c.var.standing)
    return refusal ? respondFailure(c, refusal) : next()
  })
