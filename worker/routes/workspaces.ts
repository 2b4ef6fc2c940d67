import { z } from '@hono/zod-openapi'
import { changeWorkspace } from '../commands/people/change-workspace.ts'
import { createWorkspace } from '../commands/people/create-workspace.ts'
import { listWorkspaces } from '../commands/people/list-workspaces.ts'
import { switchWorkspace } from '../commands/people/switch-workspace.ts'
import { perform } from '../http/perform.ts'
import { respond } from '../http/respond.ts'
import { body, commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { wireWorkspace } from '../wire/people.ts'

const tag = 'Workspaces'

const list = commandRoute(listWorkspaces, {
  method: 'get',
  path: '/workspaces',
  tag,
  request: {},
  data: z.array(wireWorkspace),
})
const create = commandRoute(createWorkspace, {
  method: 'post',
  path: '/workspaces',
  tag,
  request: { body: body(createWorkspace.input) },
  data: z.object({ workspace: z.string() }),
})
const change = commandRoute(changeWorkspace, {
  method: 'patch',
  path: '/workspace',
  tag,
  request: { body: body(changeWorkspace.input) },
  data: z.null(),
})
const go = commandRoute(switchWorkspace, {
  method: 'post',
  path: '/workspaces/switch',
  tag,
  request: { body: body(switchWorkspace.input) },
  data: z.null(),
})

/** The workspaces of a person. */
export const workspaceRoutes = newRoutes()
  .openapi(list, async (c) => respond(c, await perform(c, listWorkspaces, {})))
  .openapi(create, async (c) => respond(c, await perform(c, createWorkspace, c.req.valid('json'))))
  .openapi(change, async (c) => respond(c, await perform(c, changeWorkspace, c.req.valid('json'))))
  .openapi(go, async (c) => respond(c, await perform(c, switchWorkspace, c.req.valid('json'))))
