import { z } from '@hono/zod-openapi'
import { changePassword } from '../commands/accounts/change-password.ts'
import { changeProfile } from '../commands/accounts/change-profile.ts'
import { readMe } from '../commands/accounts/read-me.ts'
import { perform } from '../http/perform.ts'
import { respond } from '../http/respond.ts'
import { body, commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { wireAccount } from '../wire/account.ts'

const tag = 'Accounts'

const read = commandRoute(readMe, { method: 'get', path: '/me', tag, request: {}, data: wireAccount })
const change = commandRoute(changeProfile, {
  method: 'patch',
  path: '/me',
  tag,
  request: { body: body(changeProfile.input) },
  data: wireAccount,
})
const password = commandRoute(changePassword, {
  method: 'post',
  path: '/me/password',
  tag,
  request: { body: body(changePassword.input) },
  data: z.null(),
})

/** The signed-in user. */
export const meRoutes = newRoutes()
  .openapi(read, async (c) => respond(c, await perform(c, readMe, {})))
  .openapi(change, async (c) => respond(c, await perform(c, changeProfile, c.req.valid('json'))))
  .openapi(password, async (c) => respond(c, await perform(c, changePassword, c.req.valid('json'))))
