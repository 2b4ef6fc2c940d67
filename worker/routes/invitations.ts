import { z } from '@hono/zod-openapi'
import { acceptInvitation } from '../commands/people/accept-invitation.ts'
import { createInvitation } from '../commands/people/create-invitation.ts'
import { listInvitations } from '../commands/people/list-invitations.ts'
import { readInvitation } from '../commands/people/read-invitation.ts'
import { revokeInvitation } from '../commands/people/revoke-invitation.ts'
import { perform } from '../http/perform.ts'
import { respond } from '../http/respond.ts'
import { body, byId, commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { wireInvitation, wireOpenInvitation } from '../wire/people.ts'

const tag = 'People'
const entered = z.object({ workspace: z.string() })

const list = commandRoute(listInvitations, {
  method: 'get',
  path: '/invitations',
  tag,
  request: {},
  data: z.array(wireInvitation),
})
const create = commandRoute(createInvitation, {
  method: 'post',
  path: '/invitations',
  tag,
  request: { body: body(createInvitation.input) },
  data: wireInvitation.extend({ link: z.string() }),
})
const revoke = commandRoute(revokeInvitation, {
  method: 'delete',
  path: '/invitations/{id}',
  tag,
  request: { params: byId },
  data: z.null(),
})
const read = commandRoute(readInvitation, {
  method: 'post',
  path: '/invitations/read',
  tag,
  request: { body: body(readInvitation.input) },
  data: wireOpenInvitation,
})
const accept = commandRoute(acceptInvitation, {
  method: 'post',
  path: '/invitations/accept',
  tag,
  request: { body: body(acceptInvitation.input) },
  data: entered,
})

/** Invitations. Tokens are sent in bodies, so that no log of addresses has one. */
export const invitationRoutes = newRoutes()
  .openapi(list, async (c) => respond(c, await perform(c, listInvitations, {})))
  .openapi(create, async (c) => respond(c, await perform(c, createInvitation, c.req.valid('json'))))
  .openapi(read, async (c) => respond(c, await perform(c, readInvitation, c.req.valid('json'))))
  .openapi(accept, async (c) => respond(c, await perform(c, acceptInvitation, c.req.valid('json'))))
  .openapi(revoke, async (c) => respond(c, await perform(c, revokeInvitation, c.req.valid('param'))))
