import { z } from '@hono/zod-openapi'
import { exportModel } from '../commands/models/export-model.ts'
import { importModel } from '../commands/models/import-model.ts'
import { listModelVersions } from '../commands/models/list-model-versions.ts'
import { readModelState } from '../commands/models/read-model-state.ts'
import { readModelVersion } from '../commands/models/read-model-version.ts'
import { restoreModel } from '../commands/models/restore-model.ts'
import { saveModel } from '../commands/models/save-model.ts'
import { validateModel } from '../commands/models/validate-model.ts'
import { perform } from '../http/perform.ts'
import { respond, respondFailure } from '../http/respond.ts'
import { body, byId, commandRoute, rawRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { wireChecked, wireModelDocument, wireModelState, wireModelVersion } from '../wire/model.ts'

const tag = 'Models'
const request = { params: byId }
const byNumber = { params: byId.extend({ number: z.coerce.number().int().min(0) }) }
const withBody = <Schema extends z.ZodType>(schema: Schema) => ({ ...request, body: body(schema) })

const routes = {
  state: commandRoute(readModelState, {
    method: 'get',
    path: '/datasets/{id}/model/document',
    tag,
    request,
    data: wireModelState,
  }),
  save: commandRoute(saveModel, {
    method: 'put',
    path: '/datasets/{id}/model',
    tag,
    request: withBody(saveModel.input.omit({ id: true })),
    data: wireModelDocument,
  }),
  validate: commandRoute(validateModel, {
    method: 'post',
    path: '/datasets/{id}/model/validate',
    tag,
    request: withBody(validateModel.input.omit({ id: true })),
    data: wireChecked,
  }),
  versions: commandRoute(listModelVersions, {
    method: 'get',
    path: '/datasets/{id}/model/versions',
    tag,
    request,
    data: z.array(wireModelVersion),
  }),
  version: commandRoute(readModelVersion, {
    method: 'get',
    path: '/datasets/{id}/model/versions/{number}',
    tag,
    request: byNumber,
    data: wireModelDocument,
  }),
  restore: commandRoute(restoreModel, {
    method: 'post',
    path: '/datasets/{id}/model/versions/{number}/restore',
    tag,
    request: byNumber,
    data: wireModelDocument,
  }),
  export: rawRoute(exportModel, {
    method: 'get',
    path: '/datasets/{id}/model/export',
    tag,
    request,
    gives: 'A JSON file of what was decided.',
  }),
  import: commandRoute(importModel, {
    method: 'post',
    path: '/datasets/{id}/model/import',
    tag,
    request: withBody(importModel.input.omit({ id: true })),
    data: wireModelDocument,
  }),
}

/** Model documents and their history. */
export const modelRoutes = newRoutes()
  .openapi(routes.state, async (c) => respond(c, await perform(c, readModelState, c.req.valid('param'))))
  .openapi(routes.save, async (c) =>
    respond(c, await perform(c, saveModel, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .openapi(routes.validate, async (c) =>
    respond(c, await perform(c, validateModel, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .openapi(routes.versions, async (c) => respond(c, await perform(c, listModelVersions, c.req.valid('param'))))
  .openapi(routes.version, async (c) => respond(c, await perform(c, readModelVersion, c.req.valid('param'))))
  .openapi(routes.restore, async (c) => respond(c, await perform(c, restoreModel, c.req.valid('param'))))
  .openapi(routes.export, async (c) => {
    const file = await perform(c, exportModel, c.req.valid('param'))
    return file.ok ? file.value : respondFailure(c, file.error)
  })
  .openapi(routes.import, async (c) =>
    respond(c, await perform(c, importModel, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
