import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { fail } from '#core/errors.ts'
import type { AppEnv } from '../http/app-env.ts'
import { respondFailure } from '../http/respond.ts'
import { log } from '../log.ts'

/** Logs an unexpected error in full; responds with a general sentence and the request id. */
export const onError: ErrorHandler<AppEnv> = (error, c) => {
  // Errors that Hono raises, such as a body that is not JSON.
  if (error instanceof HTTPException && error.status < 500) {
    return respondFailure(c, fail('request/invalid', { reason: error.message || 'The request cannot be read.' }).error)
  }
  log('error', 'unexpected', { requestId: c.var.requestId, error })
  return respondFailure(c, fail('service/broken').error)
}
