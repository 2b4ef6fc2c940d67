import { OpenAPIHono } from '@hono/zod-openapi'
import type { z } from 'zod'
import { fail } from '#core/errors.ts'
import type { AppEnv } from './app-env.ts'
import { respondFailure } from './respond.ts'

/** The first thing wrong with a request, and where it stands. */
function reasonOf({ issues: [issue] }: z.ZodError): string {
  const where = issue?.path.map(String).join('.') ?? ''
  const what = issue?.message ?? 'The request cannot be read'
  return `${where === '' ? what : `${where}: ${what}`}.`
}

/** An empty set of routes whose bad requests are answered in the form of every other failure. */
export const newRoutes = () =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) =>
      result.success ? undefined : respondFailure(c, fail('request/invalid', { reason: reasonOf(result.error) }).error),
  })
