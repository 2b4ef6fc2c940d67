import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { folderOf, originalFile } from '../../data/folder.ts'
import { defineCommand } from '../command.ts'

export const cancelUpload = defineCommand({
  summary: 'Give up an upload; what was sent of it is deleted.',
  access: 'guest',
  input: z.object({ id: z.string() }),
  async run({ store, files, caller }, { id }) {
    const upload = await store.uploads.find(id)
    if (upload?.status !== 'open') return fail('upload/not-found')
    const { datasetId, versionId, multipartId, fileName } = upload
    await store.uploads.remove(upload.id)
    await files.abortUpload(originalFile(folderOf(caller.workspace, datasetId, versionId), fileName), multipartId)
    return ok(null)
  },
})
