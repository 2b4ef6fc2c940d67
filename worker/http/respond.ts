import type { Context, TypedResponse } from 'hono'
import type { ClientErrorStatusCode, ServerErrorStatusCode } from 'hono/utils/http-status'
import type { JSONParsed } from 'hono/utils/types'
import type { Failure } from '#core/errors.ts'
import type { Result } from '#core/result.ts'
import type { WireError } from '#core/wire/error.ts'
import type { AppEnv } from './app-env.ts'

type Refusal =
  | TypedResponse<WireError, ClientErrorStatusCode, 'json'>
  | TypedResponse<WireError, ServerErrorStatusCode, 'json'>
type Answer<Data> = TypedResponse<JSONParsed<{ data: Data }>, 200, 'json'> | Refusal

/** Responds with a failure as JSON. */
export function respondFailure(c: Context<AppEnv>, { code, message, hint, status }: Failure): Response & Refusal {
  c.set('failure', code)
  const response = c.json({ error: { code, message, hint, requestId: c.var.requestId } } satisfies WireError, status)
  return response as Response & Refusal
}

/** The only function that turns a Result into a response. */
export function respond<Data>(c: Context<AppEnv>, result: Result<Data>): Response & Answer<Data> {
  if (!result.ok) return respondFailure(c, result.error)
  const response: Response = c.json({ data: result.value }, 200)
  return response as Response & Answer<Data>
}
