import { z } from '@hono/zod-openapi'
import { changeProject } from '../commands/projects/change-project.ts'
import { createProject } from '../commands/projects/create-project.ts'
import { deleteProject } from '../commands/projects/delete-project.ts'
import { grantHolder } from '../commands/projects/grant-object.ts'
import { listGrants } from '../commands/projects/list-grants.ts'
import { listProjects } from '../commands/projects/list-projects.ts'
import { moveDataset } from '../commands/projects/move-dataset.ts'
import { putGrant } from '../commands/projects/put-grant.ts'
import { removeGrant } from '../commands/projects/remove-grant.ts'
import { grantedRoles } from '#core/access/standing.ts'
import { perform } from '../http/perform.ts'
import { respond } from '../http/respond.ts'
import { body, byId, commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { wireGrant, wireProject } from '../wire/project.ts'

const tag = 'Projects'
const request = { params: byId }
const done = z.null()
const grants = z.array(wireGrant)

const projects = {
  list: commandRoute(listProjects, { method: 'get', path: '/projects', tag, request: {}, data: z.array(wireProject) }),
  create: commandRoute(createProject, {
    method: 'post',
    path: '/projects',
    tag,
    request: { body: body(createProject.input) },
    data: wireProject,
  }),
  change: commandRoute(changeProject, {
    method: 'patch',
    path: '/projects/{id}',
    tag,
    request: { ...request, body: body(changeProject.input.omit({ id: true })) },
    data: wireProject,
  }),
  remove: commandRoute(deleteProject, { method: 'delete', path: '/projects/{id}', tag, request, data: done }),
  move: commandRoute(moveDataset, {
    method: 'put',
    path: '/datasets/{id}/place',
    tag,
    request: { ...request, body: body(moveDataset.input.omit({ id: true })) },
    data: done,
  }),
}

const given = body(z.object({ holder: grantHolder, role: z.enum(grantedRoles) }))
const taken = body(z.object({ holder: grantHolder }))

const ofProject = {
  list: commandRoute(listGrants, { method: 'get', path: '/projects/{id}/grants', tag, request, data: grants }),
  put: commandRoute(putGrant, {
    method: 'put',
    path: '/projects/{id}/grants',
    tag,
    request: { ...request, body: given },
    data: done,
  }),
  remove: commandRoute(removeGrant, {
    method: 'delete',
    path: '/projects/{id}/grants',
    tag,
    request: { ...request, body: taken },
    data: done,
  }),
}
const ofDataset = {
  list: commandRoute(listGrants, { method: 'get', path: '/datasets/{id}/grants', tag, request, data: grants }),
  put: commandRoute(putGrant, {
    method: 'put',
    path: '/datasets/{id}/grants',
    tag,
    request: { ...request, body: given },
    data: done,
  }),
  remove: commandRoute(removeGrant, {
    method: 'delete',
    path: '/datasets/{id}/grants',
    tag,
    request: { ...request, body: taken },
    data: done,
  }),
}

/** Projects, and the roles that are given on projects and datasets. */
export const projectRoutes = newRoutes()
  .openapi(projects.list, async (c) => respond(c, await perform(c, listProjects, {})))
  .openapi(projects.create, async (c) => respond(c, await perform(c, createProject, c.req.valid('json'))))
  .openapi(projects.change, async (c) =>
    respond(c, await perform(c, changeProject, { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  .openapi(projects.remove, async (c) => respond(c, await perform(c, deleteProject, c.req.valid('param'))))
  .openapi(projects.move, async (c) =>
    respond(c, await perform(c, moveDataset, { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  .openapi(ofProject.list, async (c) => respond(c, await perform(c, listGrants, { project: c.req.valid('param').id })))
  .openapi(ofProject.put, async (c) =>
    respond(c, await perform(c, putGrant, { project: c.req.valid('param').id, ...c.req.valid('json') })),
  )
  .openapi(ofProject.remove, async (c) =>
    respond(c, await perform(c, removeGrant, { project: c.req.valid('param').id, ...c.req.valid('json') })),
  )
  .openapi(ofDataset.list, async (c) => respond(c, await perform(c, listGrants, { dataset: c.req.valid('param').id })))
  .openapi(ofDataset.put, async (c) =>
    respond(c, await perform(c, putGrant, { dataset: c.req.valid('param').id, ...c.req.valid('json') })),
  )
  .openapi(ofDataset.remove, async (c) =>
    respond(c, await perform(c, removeGrant, { dataset: c.req.valid('param').id, ...c.req.valid('json') })),
  )
