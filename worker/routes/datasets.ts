import { z } from '@hono/zod-openapi'
import type { Profile } from '#core/profile/profile.ts'
import { semanticModel } from '#core/semantic/semantic-model.ts'
import { columnTypes } from '#core/table/table.ts'
import { addPart } from '../commands/datasets/add-part.ts'
import { deleteDataset } from '../commands/datasets/delete-dataset.ts'
import { describeDataset } from '../commands/datasets/describe-dataset.ts'
import { listDatasets } from '../commands/datasets/list-datasets.ts'
import { previewDataset } from '../commands/datasets/preview-dataset.ts'
import { readAgain } from '../commands/datasets/read-again.ts'
import { readDataFile } from '../commands/datasets/read-data-file.ts'
import { readDataset } from '../commands/datasets/read-dataset.ts'
import { readModel } from '../commands/datasets/read-model.ts'
import { readOriginal } from '../commands/datasets/read-original.ts'
import { readProfile } from '../commands/datasets/read-profile.ts'
import { readSchema } from '../commands/datasets/read-schema.ts'
import { readStatus } from '../commands/datasets/read-status.ts'
import { restoreDataset } from '../commands/datasets/restore-dataset.ts'
import { retryDataset } from '../commands/datasets/retry-dataset.ts'
import { suggestQuestions } from '../commands/datasets/suggest-questions.ts'
import { perform } from '../http/perform.ts'
import { respond, respondFailure } from '../http/respond.ts'
import { body, byId, commandRoute, rawRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { wireDataset, wireStatus } from '../wire/dataset.ts'
import { describedTable } from '../wire/table.ts'

const tag = 'Datasets'
const request = { params: byId }

const profile = z.custom<Profile>().openapi({ type: 'object', description: 'Figures of every column.' })
const schema = z.array(z.object({ name: z.string(), type: z.enum(columnTypes) }))

const routes = {
  list: commandRoute(listDatasets, { method: 'get', path: '/datasets', tag, request: {}, data: z.array(wireDataset) }),
  read: commandRoute(readDataset, { method: 'get', path: '/datasets/{id}', tag, request, data: wireDataset }),
  status: commandRoute(readStatus, { method: 'get', path: '/datasets/{id}/status', tag, request, data: wireStatus }),
  schema: commandRoute(readSchema, { method: 'get', path: '/datasets/{id}/schema', tag, request, data: schema }),
  preview: commandRoute(previewDataset, {
    method: 'get',
    path: '/datasets/{id}/preview',
    tag,
    request,
    data: describedTable,
  }),
  profile: commandRoute(readProfile, { method: 'get', path: '/datasets/{id}/profile', tag, request, data: profile }),
  model: commandRoute(readModel, { method: 'get', path: '/datasets/{id}/model', tag, request, data: semanticModel }),
  suggestions: commandRoute(suggestQuestions, {
    method: 'get',
    path: '/datasets/{id}/suggestions',
    tag,
    request,
    data: z.array(z.string()),
  }),
  file: rawRoute(readDataFile, {
    method: 'get',
    path: '/datasets/{id}/data.parquet',
    tag,
    request: { params: byId },
    gives: 'A Parquet file, or the bytes that a Range header asks for.',
  }),
  original: rawRoute(readOriginal, {
    method: 'get',
    path: '/datasets/{id}/original',
    tag,
    request: { params: byId },
    gives: 'The first bytes of the file; the header x-file-size says how many it has.',
  }),
  again: commandRoute(readAgain, {
    method: 'post',
    path: '/datasets/{id}/read-again',
    tag,
    request: { ...request, body: body(readAgain.input.omit({ id: true })) },
    data: wireDataset,
  }),
  addPart: commandRoute(addPart, {
    method: 'post',
    path: '/datasets/{id}/parts',
    tag,
    request: { ...request, body: body(addPart.input.omit({ id: true })) },
    data: wireDataset,
  }),
  describe: commandRoute(describeDataset, {
    method: 'patch',
    path: '/datasets/{id}',
    tag,
    request: { ...request, body: body(describeDataset.input.omit({ id: true })) },
    data: wireDataset,
  }),
  remove: commandRoute(deleteDataset, { method: 'delete', path: '/datasets/{id}', tag, request, data: z.null() }),
  restore: commandRoute(restoreDataset, {
    method: 'post',
    path: '/datasets/{id}/restore',
    tag,
    request,
    data: wireDataset,
  }),
  retry: commandRoute(retryDataset, {
    method: 'post',
    path: '/datasets/{id}/retry',
    tag,
    request,
    data: wireDataset,
  }),
}

/** Datasets and their profiles. */
export const datasetRoutes = newRoutes()
  .openapi(routes.list, async (c) => respond(c, await perform(c, listDatasets, {})))
  .openapi(routes.read, async (c) => respond(c, await perform(c, readDataset, c.req.valid('param'))))
  .openapi(routes.status, async (c) => respond(c, await perform(c, readStatus, c.req.valid('param'))))
  .openapi(routes.schema, async (c) => respond(c, await perform(c, readSchema, c.req.valid('param'))))
  .openapi(routes.preview, async (c) => respond(c, await perform(c, previewDataset, c.req.valid('param'))))
  .openapi(routes.profile, async (c) => respond(c, await perform(c, readProfile, c.req.valid('param'))))
  .openapi(routes.model, async (c) => respond(c, await perform(c, readModel, c.req.valid('param'))))
  .openapi(routes.suggestions, async (c) => respond(c, await perform(c, suggestQuestions, c.req.valid('param'))))
  .openapi(routes.file, async (c) => {
    const file = await perform(c, readDataFile, { ...c.req.valid('param'), range: c.req.header('range') })
    return file.ok ? file.value : respondFailure(c, file.error)
  })
  .openapi(routes.original, async (c) => {
    const head = await perform(c, readOriginal, c.req.valid('param'))
    return head.ok ? head.value : respondFailure(c, head.error)
  })
  .openapi(routes.again, async (c) =>
    respond(c, await perform(c, readAgain, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .openapi(routes.addPart, async (c) =>
    respond(c, await perform(c, addPart, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .openapi(routes.describe, async (c) =>
    respond(c, await perform(c, describeDataset, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .openapi(routes.remove, async (c) => respond(c, await perform(c, deleteDataset, c.req.valid('param'))))
  .openapi(routes.restore, async (c) => respond(c, await perform(c, restoreDataset, c.req.valid('param'))))
  .openapi(routes.retry, async (c) => respond(c, await perform(c, retryDataset, c.req.valid('param'))))
