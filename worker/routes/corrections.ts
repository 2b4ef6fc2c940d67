import { z } from '@hono/zod-openapi'
import { correction } from '#core/semantic/correction.ts'
import { chosenId } from '../commands/chosen-id.ts'
import { deleteCorrection } from '../commands/corrections/delete-correction.ts'
import { keepCorrection } from '../commands/corrections/keep-correction.ts'
import { listCorrections } from '../commands/corrections/list-corrections.ts'
import { perform } from '../http/perform.ts'
import { respond } from '../http/respond.ts'
import { body, byId, commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { describedCorrection } from '../wire/correction.ts'

const tag = 'Questions'
const request = { params: byId }

const routes = {
  list: commandRoute(listCorrections, {
    method: 'get',
    path: '/datasets/{id}/corrections',
    tag,
    request,
    data: z.array(describedCorrection),
  }),
  keep: commandRoute(keepCorrection, {
    method: 'post',
    path: '/datasets/{id}/corrections',
    tag,
    request: { ...request, body: body(correction.extend({ as: chosenId })) },
    data: z.null(),
  }),
  remove: commandRoute(deleteCorrection, { method: 'delete', path: '/corrections/{id}', tag, request, data: z.null() }),
}

/** What words mean in questions about datasets. */
export const correctionRoutes = newRoutes()
  .openapi(routes.list, async (c) => respond(c, await perform(c, listCorrections, c.req.valid('param'))))
  .openapi(routes.keep, async (c) =>
    respond(c, await perform(c, keepCorrection, { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  .openapi(routes.remove, async (c) => respond(c, await perform(c, deleteCorrection, c.req.valid('param'))))
