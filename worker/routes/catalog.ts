import { z } from '@hono/zod-openapi'
import { deletedThings } from '../commands/datasets/deleted-things.ts'
import { searchDatasets } from '../commands/datasets/search-datasets.ts'
import { similarDatasets } from '../commands/datasets/similar-datasets.ts'
import { perform } from '../http/perform.ts'
import { respond } from '../http/respond.ts'
import { byId, commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { wireDeleted } from '../wire/deleted.ts'
import { wireHit, wireSimilar } from '../wire/found.ts'

const tag = 'Catalogue'

const routes = {
  search: commandRoute(searchDatasets, {
    method: 'get',
    path: '/search',
    tag,
    request: { query: searchDatasets.input },
    data: z.array(wireHit),
  }),
  similar: commandRoute(similarDatasets, {
    method: 'get',
    path: '/datasets/{id}/similar',
    tag,
    request: { params: byId },
    data: z.array(wireSimilar),
  }),
  deleted: commandRoute(deletedThings, { method: 'get', path: '/deleted', tag, request: {}, data: wireDeleted }),
}

/** Searching datasets, similar datasets, and deleted ones. */
export const catalogRoutes = newRoutes()
  .openapi(routes.search, async (c) => respond(c, await perform(c, searchDatasets, c.req.valid('query'))))
  .openapi(routes.similar, async (c) => respond(c, await perform(c, similarDatasets, c.req.valid('param'))))
  .openapi(routes.deleted, async (c) => respond(c, await perform(c, deletedThings, {})))
