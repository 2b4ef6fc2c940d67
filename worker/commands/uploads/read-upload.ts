import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const readUpload = defineCommand({
  summary: 'Which parts of an upload are there, so that it can go on where it was interrupted.',
  access: 'guest',
  needs: { may: 'read', object: 'upload' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run({ store, config }, { id }) {
    const upload = await store.uploads.find(id)
    if (upload?.status !== 'open') return fail('upload/not-found')
    const parts = await store.uploads.parts(upload.id)
    const { fileName: name, bytes: size, datasetId: dataset } = upload
    return ok({
      id: String(upload.id),
      name,
      size,
      dataset: String(dataset),
      partSize: config.upload.partBytes,
      parts: parts.map(({ number }) => number),
    })
  },
})
