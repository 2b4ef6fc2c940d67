import { z } from '@hono/zod-openapi'
import { cancelUpload } from '../commands/uploads/cancel-upload.ts'
import { completeUpload } from '../commands/uploads/complete-upload.ts'
import { putPart } from '../commands/uploads/put-part.ts'
import { readUpload } from '../commands/uploads/read-upload.ts'
import { startUpload } from '../commands/uploads/start-upload.ts'
import { perform } from '../http/perform.ts'
import { readBody } from '../http/read-body.ts'
import { respond, respondFailure } from '../http/respond.ts'
import { body, byId, commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { wireDataset } from '../wire/dataset.ts'

const tag = 'Uploads'

/** State of an upload: its dataset, part size and the numbers of the received parts. */
const standing = z.object({
  id: z.string(),
  dataset: z.string(),
  partSize: z.number(),
  parts: z.array(z.number()),
})

const start = commandRoute(startUpload, {
  method: 'post',
  path: '/uploads',
  tag,
  request: { body: body(startUpload.input) },
  data: standing.extend({ duplicate: wireDataset.nullable() }),
})
const read = commandRoute(readUpload, {
  method: 'get',
  path: '/uploads/{id}',
  tag,
  request: { params: byId },
  data: standing.extend({ name: z.string(), size: z.number() }),
})
const part = commandRoute(putPart, {
  method: 'put',
  path: '/uploads/{id}/parts/{number}',
  tag,
  request: { params: byId.extend({ number: z.string().regex(/^\d{1,5}$/) }) },
  data: z.object({ number: z.number() }),
})
const complete = commandRoute(completeUpload, {
  method: 'post',
  path: '/uploads/{id}/complete',
  tag,
  request: { params: byId, body: { ...body(completeUpload.input.omit({ id: true })), required: false } },
  data: wireDataset,
})
const cancel = commandRoute(cancelUpload, {
  method: 'delete',
  path: '/uploads/{id}',
  tag,
  request: { params: byId },
  data: z.null(),
})

/** Multipart uploads. The body of a part is its raw bytes. */
export const uploadRoutes = newRoutes()
  .openapi(start, async (c) => respond(c, await perform(c, startUpload, c.req.valid('json'))))
  .openapi(read, async (c) => respond(c, await perform(c, readUpload, c.req.valid('param'))))
  .openapi(part, async (c) => {
    const { id, number } = c.req.valid('param')
    const bytes = await readBody(c.req.raw, c.var.service.config.upload.partBytes)
    if (!bytes.ok) return respondFailure(c, bytes.error)
    return respond(c, await perform(c, putPart, { id, number: Number(number), bytes: bytes.value }))
  })
  .openapi(complete, async (c) =>
    respond(c, await perform(c, completeUpload, { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  .openapi(cancel, async (c) => respond(c, await perform(c, cancelUpload, c.req.valid('param'))))
