import { OpenAPIHono } from '@hono/zod-openapi'
import type { z } from 'zod'
import { fail } from '#core/errors.ts'
import type { AppEnv } from './app-env.ts'
import { respondFailure } from './respond.ts'

/** The first validation issue of a request, with its path. */
function reasonOf({ issues: [issue] }: z.ZodError): string {
  const where = issue?.path.map(String).join('.') ?? ''
  const what = issue?.message ?? 'The request cannot be read'
  return `${where === '' ? what : `${where}: ${what}`}.`
}

/** Empty routes whose validation errors have the form of every other failure. */
export const newRoutes = () =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) =>
      result.success ? undefined : respondFailure(c, fail('request/invalid', { reason: reasonOf(result.error) }).error),
  })
