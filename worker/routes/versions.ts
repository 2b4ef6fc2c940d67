import { z } from '@hono/zod-openapi'
import { compareVersions } from '../commands/versions/compare-versions.ts'
import { deleteVersion } from '../commands/versions/delete-version.ts'
import { listVersions } from '../commands/versions/list-versions.ts'
import { restoreVersion } from '../commands/versions/restore-version.ts'
import { perform } from '../http/perform.ts'
import { respond } from '../http/respond.ts'
import { byId, commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { wireComparison, wireDataset, wireVersion } from '../wire/dataset.ts'

const tag = 'Versions'
const request = { params: byId }

const routes = {
  list: commandRoute(listVersions, {
    method: 'get',
    path: '/datasets/{id}/versions',
    tag,
    request,
    data: z.array(wireVersion),
  }),
  restore: commandRoute(restoreVersion, {
    method: 'post',
    path: '/versions/{id}/restore',
    tag,
    request,
    data: wireDataset,
  }),
  compare: commandRoute(compareVersions, {
    method: 'get',
    path: '/versions/{id}/comparison',
    tag,
    request: { ...request, query: compareVersions.input.omit({ id: true }) },
    data: wireComparison,
  }),
  remove: commandRoute(deleteVersion, { method: 'delete', path: '/versions/{id}', tag, request, data: z.null() }),
}

/** Versions of a dataset: history and restore. */
export const versionRoutes = newRoutes()
  .openapi(routes.list, async (c) => respond(c, await perform(c, listVersions, c.req.valid('param'))))
  .openapi(routes.restore, async (c) => respond(c, await perform(c, restoreVersion, c.req.valid('param'))))
  .openapi(routes.compare, async (c) =>
    respond(c, await perform(c, compareVersions, { ...c.req.valid('query'), ...c.req.valid('param') })),
  )
  .openapi(routes.remove, async (c) => respond(c, await perform(c, deleteVersion, c.req.valid('param'))))
