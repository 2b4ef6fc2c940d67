import { z } from '@hono/zod-openapi'
import { applyRecipe } from '../commands/cleaning/apply-recipe.ts'
import { downloadData } from '../commands/cleaning/download-data.ts'
import { keepRecipe } from '../commands/cleaning/keep-recipe.ts'
import { type Cleaning, readCleaning } from '../commands/cleaning/read-cleaning.ts'
import { perform } from '../http/perform.ts'
import { respond, respondFailure } from '../http/respond.ts'
import { body, byId, commandRoute, rawRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { wireDataset } from '../wire/dataset.ts'

const tag = 'Cleaning'
const request = { params: byId }

const cleaning = z
  .custom<Cleaning>()
  .openapi({ type: 'object', description: 'The recipe that made the current version, and what each step did.' })

const routes = {
  read: commandRoute(readCleaning, { method: 'get', path: '/datasets/{id}/cleaning', tag, request, data: cleaning }),
  apply: commandRoute(applyRecipe, {
    method: 'post',
    path: '/datasets/{id}/cleaning',
    tag,
    request: { ...request, body: body(applyRecipe.input.omit({ id: true })) },
    data: wireDataset,
  }),
  keep: commandRoute(keepRecipe, {
    method: 'patch',
    path: '/datasets/{id}/cleaning',
    tag,
    request: { ...request, body: body(keepRecipe.input.omit({ id: true })) },
    data: z.object({ keeps: z.boolean() }),
  }),
  download: rawRoute(downloadData, {
    method: 'get',
    path: '/datasets/{id}/download/{format}',
    tag,
    request: {
      params: downloadData.input.pick({ id: true, format: true }),
      query: downloadData.input.pick({ reader: true }),
    },
    gives:
      'A CSV file, or a zip archive with the data, the log and the report. Cells that begin like a formula get an apostrophe, except for `reader=program`.',
  }),
}

/** Cleaning recipes and downloads. */
export const cleaningRoutes = newRoutes()
  .openapi(routes.read, async (c) => respond(c, await perform(c, readCleaning, c.req.valid('param'))))
  .openapi(routes.apply, async (c) =>
    respond(c, await perform(c, applyRecipe, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .openapi(routes.keep, async (c) =>
    respond(c, await perform(c, keepRecipe, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .openapi(routes.download, async (c) => {
    const file = await perform(c, downloadData, { ...c.req.valid('param'), ...c.req.valid('query') })
    return file.ok ? file.value : respondFailure(c, file.error)
  })
