import { z } from '@hono/zod-openapi'
import { confirmSignIn } from '../commands/accounts/confirm-sign-in.ts'
import { forgetPassword } from '../commands/accounts/forget-password.ts'
import { sendCodeAgain } from '../commands/accounts/resend-code.ts'
import { resetPassword } from '../commands/accounts/reset-password.ts'
import { handOver, keep } from '../http/hand-over.ts'
import { perform } from '../http/perform.ts'
import { respond } from '../http/respond.ts'
import { body, commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { setDevice } from '../http/session-cookies.ts'
import { wireAccount } from '../wire/account.ts'
import { wireStep } from '../wire/security.ts'

const tag = 'Accounts'

const confirmRoute = commandRoute(confirmSignIn, {
  method: 'post',
  path: '/auth/sign-in/confirm',
  tag,
  request: { body: body(confirmSignIn.input.extend({ keep, trust: z.boolean().default(false) })) },
  data: wireAccount,
})
const resendRoute = commandRoute(sendCodeAgain, {
  method: 'post',
  path: '/auth/code/resend',
  tag,
  request: { body: body(sendCodeAgain.input) },
  data: wireStep,
})
const forgotRoute = commandRoute(forgetPassword, {
  method: 'post',
  path: '/auth/forgot',
  tag,
  request: { body: body(forgetPassword.input) },
  data: z.object({ sendsMail: z.boolean() }),
})
const resetRoute = commandRoute(resetPassword, {
  method: 'post',
  path: '/auth/reset',
  tag,
  request: { body: body(resetPassword.input) },
  data: z.null(),
})

/** Codes at sign-in, and forgotten passwords. */
export const signInStepRoutes = newRoutes()
  .openapi(confirmRoute, async (c) => {
    const { keep: how, ...given } = c.req.valid('json')
    const confirmed = await perform(c, confirmSignIn, given)
    if (confirmed.ok && confirmed.value.device !== null && how === 'cookie') setDevice(c, confirmed.value.device)
    return respond(c, handOver(c, how, confirmed))
  })
  .openapi(resendRoute, async (c) => respond(c, await perform(c, sendCodeAgain, c.req.valid('json'))))
  .openapi(forgotRoute, async (c) => respond(c, await perform(c, forgetPassword, c.req.valid('json'))))
  .openapi(resetRoute, async (c) => respond(c, await perform(c, resetPassword, c.req.valid('json'))))
