import { z } from '@hono/zod-openapi'
import { changeMember } from '../commands/people/change-member.ts'
import { changeGroup } from '../commands/people/change-group.ts'
import { createGroup } from '../commands/people/create-group.ts'
import { deleteGroup } from '../commands/people/delete-group.ts'
import { leaveWorkspace } from '../commands/people/leave-workspace.ts'
import { listGroups } from '../commands/people/list-groups.ts'
import { listMembers } from '../commands/people/list-members.ts'
import { moveOwnership } from '../commands/people/move-ownership.ts'
import { removeMember } from '../commands/people/remove-member.ts'
import { perform } from '../http/perform.ts'
import { respond } from '../http/respond.ts'
import { body, byId, commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { wireGroup, wireMember } from '../wire/people.ts'

const tag = 'People'
const request = { params: byId }
const done = z.null()

const members = {
  list: commandRoute(listMembers, { method: 'get', path: '/members', tag, request: {}, data: z.array(wireMember) }),
  change: commandRoute(changeMember, {
    method: 'patch',
    path: '/members/{id}',
    tag,
    request: { ...request, body: body(changeMember.input.omit({ id: true })) },
    data: wireMember,
  }),
  remove: commandRoute(removeMember, { method: 'delete', path: '/members/{id}', tag, request, data: done }),
  leave: commandRoute(leaveWorkspace, { method: 'post', path: '/members/leave', tag, request: {}, data: done }),
  own: commandRoute(moveOwnership, { method: 'post', path: '/members/{id}/ownership', tag, request, data: done }),
}

const groups = {
  list: commandRoute(listGroups, { method: 'get', path: '/groups', tag, request: {}, data: z.array(wireGroup) }),
  create: commandRoute(createGroup, {
    method: 'post',
    path: '/groups',
    tag,
    request: { body: body(createGroup.input) },
    data: wireGroup,
  }),
  change: commandRoute(changeGroup, {
    method: 'patch',
    path: '/groups/{id}',
    tag,
    request: { ...request, body: body(changeGroup.input.omit({ id: true })) },
    data: wireGroup,
  }),
  remove: commandRoute(deleteGroup, { method: 'delete', path: '/groups/{id}', tag, request, data: done }),
}

/** Members and groups of the caller's workspace. */
export const peopleRoutes = newRoutes()
  .openapi(members.list, async (c) => respond(c, await perform(c, listMembers, {})))
  .openapi(members.leave, async (c) => respond(c, await perform(c, leaveWorkspace, {})))
  .openapi(members.change, async (c) =>
    respond(c, await perform(c, changeMember, { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  .openapi(members.remove, async (c) => respond(c, await perform(c, removeMember, c.req.valid('param'))))
  .openapi(members.own, async (c) => respond(c, await perform(c, moveOwnership, c.req.valid('param'))))
  .openapi(groups.list, async (c) => respond(c, await perform(c, listGroups, {})))
  .openapi(groups.create, async (c) => respond(c, await perform(c, createGroup, c.req.valid('json'))))
  .openapi(groups.change, async (c) =>
    respond(c, await perform(c, changeGroup, { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  .openapi(groups.remove, async (c) => respond(c, await perform(c, deleteGroup, c.req.valid('param'))))
