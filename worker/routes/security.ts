import { z } from '@hono/zod-openapi'
import { changeEmail } from '../commands/accounts/change-email.ts'
import { changeSecurity } from '../commands/accounts/change-security.ts'
import { confirmApp } from '../commands/accounts/confirm-app.ts'
import { confirmEmail } from '../commands/accounts/confirm-email.ts'
import { createToken } from '../commands/accounts/create-token.ts'
import { deleteAccount } from '../commands/accounts/delete-account.ts'
import { sendEmailCode } from '../commands/accounts/email-code.ts'
import { endOtherSessions } from '../commands/accounts/end-other-sessions.ts'
import { endSession } from '../commands/accounts/end-session.ts'
import { exportAccount } from '../commands/accounts/export-account.ts'
import { forgetDevice } from '../commands/accounts/forget-device.ts'
import { listDevices } from '../commands/accounts/list-devices.ts'
import { listSessions } from '../commands/accounts/list-sessions.ts'
import { listTokens } from '../commands/accounts/list-tokens.ts'
import { readSecurity } from '../commands/accounts/read-security.ts'
import { removeApp } from '../commands/accounts/remove-app.ts'
import { revokeToken } from '../commands/accounts/revoke-token.ts'
import { startApp } from '../commands/accounts/start-app.ts'
import { perform } from '../http/perform.ts'
import { respond } from '../http/respond.ts'
import { body, byId, commandRoute, rawRoute } from '../http/route.ts'
import { clearSession } from '../http/session-cookies.ts'
import { newRoutes } from '../http/routes.ts'
import { wireAccount } from '../wire/account.ts'
import { wireDevice, wireSecurity, wireSession, wireStep, wireToken } from '../wire/security.ts'

const tag = 'Accounts'
const none = z.null()
const read = { method: 'get', tag, request: {} } as const
const one = { method: 'delete', tag, request: { params: byId }, data: none } as const
const made = wireToken.extend({ key: z.string() })
const app = z.object({ secret: z.string(), address: z.string() })

const routes = {
  security: commandRoute(readSecurity, { ...read, path: '/me/security', data: wireSecurity }),
  secure: commandRoute(changeSecurity, {
    method: 'post',
    path: '/me/security',
    tag,
    request: { body: body(changeSecurity.input) },
    data: wireAccount,
  }),
  emailCode: commandRoute(sendEmailCode, { method: 'post', path: '/me/email/code', tag, request: {}, data: wireStep }),
  changeEmail: commandRoute(changeEmail, {
    method: 'post',
    path: '/me/email',
    tag,
    request: { body: body(changeEmail.input) },
    data: wireStep,
  }),
  confirmEmail: commandRoute(confirmEmail, {
    method: 'post',
    path: '/me/email/confirm',
    tag,
    request: { body: body(confirmEmail.input) },
    data: wireAccount,
  }),
  sessions: commandRoute(listSessions, { ...read, path: '/me/sessions', data: z.array(wireSession) }),
  endSession: commandRoute(endSession, { ...one, path: '/me/sessions/{id}' }),
  endOthers: commandRoute(endOtherSessions, {
    method: 'post',
    path: '/me/sessions/end-others',
    tag,
    request: {},
    data: z.object({ ended: z.number() }),
  }),
  devices: commandRoute(listDevices, { ...read, path: '/me/devices', data: z.array(wireDevice) }),
  forgetDevice: commandRoute(forgetDevice, { ...one, path: '/me/devices/{id}' }),
  tokens: commandRoute(listTokens, { ...read, path: '/me/tokens', data: z.array(wireToken) }),
  createToken: commandRoute(createToken, {
    method: 'post',
    path: '/me/tokens',
    tag,
    request: { body: body(createToken.input) },
    data: made,
  }),
  revokeToken: commandRoute(revokeToken, { ...one, path: '/me/tokens/{id}' }),
  startApp: commandRoute(startApp, {
    method: 'post',
    path: '/me/authenticator',
    tag,
    request: { body: body(startApp.input) },
    data: app,
  }),
  confirmApp: commandRoute(confirmApp, {
    method: 'post',
    path: '/me/authenticator/confirm',
    tag,
    request: { body: body(confirmApp.input) },
    data: z.object({ codes: z.array(z.string()) }),
  }),
  removeApp: commandRoute(removeApp, {
    method: 'post',
    path: '/me/authenticator/remove',
    tag,
    request: { body: body(removeApp.input) },
    data: none,
  }),
  deleteAccount: commandRoute(deleteAccount, {
    method: 'post',
    path: '/me/delete',
    tag,
    request: { body: body(deleteAccount.input) },
    data: z.object({ deleteAt: z.string() }),
  }),
  export: rawRoute(exportAccount, { ...read, path: '/me/export', gives: 'Everything about oneself, as a JSON file.' }),
}

/** How one signs in, where one is signed in, and what is kept about oneself. */
export const securityRoutes = newRoutes()
  .openapi(routes.security, async (c) => respond(c, await perform(c, readSecurity, {})))
  .openapi(routes.secure, async (c) => respond(c, await perform(c, changeSecurity, c.req.valid('json'))))
  .openapi(routes.emailCode, async (c) => respond(c, await perform(c, sendEmailCode, {})))
  .openapi(routes.changeEmail, async (c) => respond(c, await perform(c, changeEmail, c.req.valid('json'))))
  .openapi(routes.confirmEmail, async (c) => respond(c, await perform(c, confirmEmail, c.req.valid('json'))))
  .openapi(routes.sessions, async (c) => respond(c, await perform(c, listSessions, {})))
  .openapi(routes.endSession, async (c) => respond(c, await perform(c, endSession, c.req.valid('param'))))
  .openapi(routes.endOthers, async (c) => respond(c, await perform(c, endOtherSessions, {})))
  .openapi(routes.devices, async (c) => respond(c, await perform(c, listDevices, {})))
  .openapi(routes.forgetDevice, async (c) => respond(c, await perform(c, forgetDevice, c.req.valid('param'))))
  .openapi(routes.tokens, async (c) => respond(c, await perform(c, listTokens, {})))
  .openapi(routes.createToken, async (c) => respond(c, await perform(c, createToken, c.req.valid('json'))))
  .openapi(routes.revokeToken, async (c) => respond(c, await perform(c, revokeToken, c.req.valid('param'))))
  .openapi(routes.startApp, async (c) => respond(c, await perform(c, startApp, c.req.valid('json'))))
  .openapi(routes.confirmApp, async (c) => respond(c, await perform(c, confirmApp, c.req.valid('json'))))
  .openapi(routes.removeApp, async (c) => respond(c, await perform(c, removeApp, c.req.valid('json'))))
  .openapi(routes.deleteAccount, async (c) => {
    const deleted = await perform(c, deleteAccount, c.req.valid('json'))
    if (deleted.ok) clearSession(c)
    return respond(c, deleted)
  })
  .openapi(routes.export, async (c) => {
    const all = await perform(c, exportAccount, {})
    if (!all.ok) return respond(c, all)
    c.header('content-disposition', 'attachment; filename="edgewise-account.json"')
    return c.body(JSON.stringify(all.value, null, 2), 200, { 'content-type': 'application/json' })
  })
