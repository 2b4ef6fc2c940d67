import { z } from '@hono/zod-openapi'
import { readPublicDashboard } from '../commands/links/read-public-dashboard.ts'
import { readPublicTile } from '../commands/links/read-public-tile.ts'
import { perform } from '../http/perform.ts'
import { respond } from '../http/respond.ts'
import { commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { wirePublicDashboard } from '../wire/dashboard.ts'
import { describedPublicTable } from '../wire/table.ts'

const tag = 'Public links'
const token = z.object({ token: z.string().min(1).max(100) })

const read = commandRoute(readPublicDashboard, {
  method: 'get',
  path: '/public/{token}',
  tag,
  request: { params: token },
  data: wirePublicDashboard,
})
const tile = commandRoute(readPublicTile, {
  method: 'post',
  path: '/public/{token}/tiles/{tile}',
  tag,
  request: { params: token.extend({ tile: z.string().min(1).max(100) }) },
  data: describedPublicTable,
})

/** Public links. A visitor sends a tile id, never a Query. */
export const publicRoutes = newRoutes()
  .openapi(read, async (c) => respond(c, await perform(c, readPublicDashboard, c.req.valid('param'))))
  .openapi(tile, async (c) => respond(c, await perform(c, readPublicTile, c.req.valid('param'))))
