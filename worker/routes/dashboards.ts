import { z } from '@hono/zod-openapi'
import { createDashboard } from '../commands/dashboards/create-dashboard.ts'
import { deleteDashboard } from '../commands/dashboards/delete-dashboard.ts'
import { editDashboard } from '../commands/dashboards/edit-dashboard.ts'
import { listDashboards } from '../commands/dashboards/list-dashboards.ts'
import { readDashboard } from '../commands/dashboards/read-dashboard.ts'
import { readEdits } from '../commands/dashboards/read-edits.ts'
import { restoreDashboard } from '../commands/dashboards/restore-dashboard.ts'
import { changeShare } from '../commands/links/change-share.ts'
import { createShare } from '../commands/links/create-share.ts'
import { listShares } from '../commands/links/list-shares.ts'
import { readSharing } from '../commands/links/read-sharing.ts'
import { revokeShare } from '../commands/links/revoke-share.ts'
import { perform } from '../http/perform.ts'
import { respond } from '../http/respond.ts'
import { body, byId, commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import {
  wireDashboard,
  wireDashboardSummary,
  wireEdited,
  wireMissed,
  wireShare,
  wireSharing,
} from '../wire/dashboard.ts'

const tag = 'Dashboards'
const request = { params: byId }

const routes = {
  list: commandRoute(listDashboards, {
    method: 'get',
    path: '/dashboards',
    tag,
    request: {},
    data: z.array(wireDashboardSummary),
  }),
  create: commandRoute(createDashboard, {
    method: 'post',
    path: '/dashboards',
    tag,
    request: { body: body(createDashboard.input) },
    data: wireDashboard,
  }),
  read: commandRoute(readDashboard, { method: 'get', path: '/dashboards/{id}', tag, request, data: wireDashboard }),
  remove: commandRoute(deleteDashboard, { method: 'delete', path: '/dashboards/{id}', tag, request, data: z.null() }),
  restore: commandRoute(restoreDashboard, {
    method: 'post',
    path: '/dashboards/{id}/restore',
    tag,
    request,
    data: wireDashboardSummary,
  }),
  edit: commandRoute(editDashboard, {
    method: 'post',
    path: '/dashboards/{id}/edits',
    tag,
    request: { ...request, body: body(editDashboard.input.omit({ id: true })) },
    data: wireEdited,
  }),
  missed: commandRoute(readEdits, {
    method: 'get',
    path: '/dashboards/{id}/edits',
    tag,
    request: { ...request, query: readEdits.input.omit({ id: true }) },
    data: wireMissed,
  }),
  shares: commandRoute(listShares, {
    method: 'get',
    path: '/dashboards/{id}/shares',
    tag,
    request,
    data: z.array(wireShare),
  }),
  sharing: commandRoute(readSharing, {
    method: 'get',
    path: '/dashboards/{id}/sharing',
    tag,
    request,
    data: wireSharing,
  }),
  share: commandRoute(createShare, {
    method: 'post',
    path: '/dashboards/{id}/shares',
    tag,
    request: { ...request, body: { ...body(createShare.input.omit({ id: true })), required: false } },
    data: wireShare,
  }),
  changeShare: commandRoute(changeShare, {
    method: 'put',
    path: '/shares/{id}',
    tag,
    request: { ...request, body: body(changeShare.input.omit({ id: true })) },
    data: wireShare,
  }),
  revoke: commandRoute(revokeShare, { method: 'delete', path: '/shares/{id}', tag, request, data: z.null() }),
}

/** Dashboards, their edits and their public links. */
export const dashboardRoutes = newRoutes()
  .openapi(routes.list, async (c) => respond(c, await perform(c, listDashboards, {})))
  .openapi(routes.create, async (c) => respond(c, await perform(c, createDashboard, c.req.valid('json'))))
  .openapi(routes.read, async (c) => respond(c, await perform(c, readDashboard, c.req.valid('param'))))
  .openapi(routes.remove, async (c) => respond(c, await perform(c, deleteDashboard, c.req.valid('param'))))
  .openapi(routes.restore, async (c) => respond(c, await perform(c, restoreDashboard, c.req.valid('param'))))
  .openapi(routes.edit, async (c) =>
    respond(c, await perform(c, editDashboard, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .openapi(routes.missed, async (c) =>
    respond(c, await perform(c, readEdits, { ...c.req.valid('param'), ...c.req.valid('query') })),
  )
  .openapi(routes.shares, async (c) => respond(c, await perform(c, listShares, c.req.valid('param'))))
  .openapi(routes.sharing, async (c) => respond(c, await perform(c, readSharing, c.req.valid('param'))))
  .openapi(routes.share, async (c) =>
    respond(
      c,
      await perform(c, createShare, createShare.input.parse({ ...c.req.valid('json'), ...c.req.valid('param') })),
    ),
  )
  .openapi(routes.changeShare, async (c) =>
    respond(c, await perform(c, changeShare, { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  .openapi(routes.revoke, async (c) => respond(c, await perform(c, revokeShare, c.req.valid('param'))))
