import { z } from '@hono/zod-openapi'
import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { refreshSession } from '../commands/accounts/refresh-session.ts'
import type { Step } from '../commands/accounts/challenges.ts'
import { signIn } from '../commands/accounts/sign-in.ts'
import { signOut } from '../commands/accounts/sign-out.ts'
import { signUp } from '../commands/accounts/sign-up.ts'
import { startGuest } from '../commands/accounts/start-guest.ts'
import { handOver, keep } from '../http/hand-over.ts'
import { perform } from '../http/perform.ts'
import { respond, respondFailure } from '../http/respond.ts'
import { body, commandRoute } from '../http/route.ts'
import { clearSession, deviceTokenOf, refreshTokenOf } from '../http/session-cookies.ts'
import { newRoutes } from '../http/routes.ts'
import { wireAccount, type WireAccount } from '../wire/account.ts'
import { wireStep } from '../wire/security.ts'

const tag = 'Accounts'

const started = z.object({ keep: keep.optional() })
const optional = <Schema extends z.ZodType>(schema: Schema) => ({ ...body(schema), required: false })

const startGuestRoute = commandRoute(startGuest, {
  method: 'post',
  path: '/auth/guest',
  tag,
  request: { body: optional(started) },
  data: wireAccount,
})
const signUpRoute = commandRoute(signUp, {
  method: 'post',
  path: '/auth/sign-up',
  tag,
  request: {
    body: body(signUp.input.extend({ keep, accountType: signUp.input.shape.accountType.default('individual') })),
  },
  data: wireAccount,
})
const signInRoute = commandRoute(signIn, {
  method: 'post',
  path: '/auth/sign-in',
  tag,
  request: { body: body(signIn.input.omit({ device: true }).extend({ keep })) },
  data: z.union([wireAccount, wireStep]),
})
const refreshRoute = commandRoute(refreshSession, {
  method: 'post',
  path: '/auth/refresh',
  tag,
  request: { body: optional(z.object({ refreshToken: z.string().max(200).optional() })) },
  data: wireAccount,
})
const signOutRoute = commandRoute(signOut, { method: 'post', path: '/auth/sign-out', tag, request: {}, data: z.null() })

/** Sign-up, sign-in, refresh and sign-out. */
export const authRoutes = newRoutes()
  .openapi(startGuestRoute, async (c) => {
    const { keep: how = 'cookie' } = c.req.valid('json') ?? {}
    const by = how === 'cookie' ? 'browser' : 'program'
    return respond(c, handOver(c, how, await perform(c, startGuest, { by, refreshToken: refreshTokenOf(c) ?? null })))
  })
  .openapi(signUpRoute, async (c) => {
    const { keep: how, ...who } = c.req.valid('json')
    return respond(c, handOver(c, how, await perform(c, signUp, who)))
  })
  .openapi(signInRoute, async (c) => {
    const { keep: how, ...who } = c.req.valid('json')
    const signed = await perform(c, signIn, { ...who, device: deviceTokenOf(c) })
    if (!signed.ok) return respondFailure(c, signed.error)
    const { value } = signed
    const answer: Result<WireAccount | Step> = 'challenge' in value ? ok(value) : handOver(c, how, ok(value))
    return respond(c, answer)
  })
  .openapi(refreshRoute, async (c) => {
    const { refreshToken: given } = c.req.valid('json') ?? {}
    const refreshToken = given ?? refreshTokenOf(c)
    if (!refreshToken) return respondFailure(c, fail('access/session-needed').error)
    const refreshed = await perform(c, refreshSession, { refreshToken })
    if (!refreshed.ok && !given) clearSession(c)
    return respond(c, handOver(c, given ? 'bearer' : 'cookie', refreshed))
  })
  .openapi(signOutRoute, async (c) => {
    const ended = await perform(c, signOut, { refreshToken: refreshTokenOf(c) ?? null })
    clearSession(c)
    return respond(c, ended)
  })
