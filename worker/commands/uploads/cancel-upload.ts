import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { dropUpload } from '../../data/drop-upload.ts'
import { defineCommand } from '../command.ts'

export const cancelUpload = defineCommand({
  summary: 'Give up an upload; what was sent of it is deleted.',
  access: 'guest',
  needs: { may: 'edit', object: 'upload' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const upload = await deps.store.uploads.find(id)
    if (!upload || !(await deps.store.uploads.cancel(upload.id))) return fail('upload/not-found')
    await dropUpload(deps, upload)
    return ok(null)
  },
})
