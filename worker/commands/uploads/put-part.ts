import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { checkFile } from '#core/ingest/sniff.ts'
import { ok } from '#core/result.ts'
import { folderOf, originalFile } from '../../data/folder.ts'
import { defineCommand } from '../command.ts'
import { partLength } from './part-sizes.ts'

const headBytes = 64 * 1024

export const putPart = defineCommand({
  summary: 'Send one part of an upload; the first must look like what the name says.',
  access: 'guest',
  needs: { may: 'edit', object: 'upload' },
  effect: 'write',
  limit: { kind: 'query', weight: 1 },
  input: z.object({ id: z.string(), number: z.coerce.number().int(), bytes: z.instanceof(ArrayBuffer) }),
  async run({ store, files, config, caller }, { id, number, bytes }) {
    const upload = await store.uploads.find(id)
    if (upload?.status !== 'open') return fail('upload/not-found')
    const { maxBytes, partBytes } = config.upload
    const expected = partLength(number, upload.bytes, partBytes) ?? 0
    if (bytes.byteLength !== expected || expected === 0) {
      return fail('upload/part-size', { number, expected, found: bytes.byteLength })
    }
    if (number === 1) {
      const head = new Uint8Array(bytes, 0, Math.min(headBytes, bytes.byteLength))
      const checked = checkFile(upload.fileName, upload.bytes, head, maxBytes)
      if (!checked.ok) return checked
    }
    const { datasetId, versionId, multipartId } = upload
    const key = originalFile(folderOf(caller.workspace, datasetId, versionId), upload.fileName)
    const part = await files.putPart({ key, multipartId, number }, bytes).catch(async (error: unknown) => {
      if ((await store.uploads.find(id))?.status === 'open') throw error
      return null
    })
    if (!part) return fail('upload/not-found')
    const added = await store.uploads.addPart({
      uploadId: upload.id,
      number,
      etag: part.etag,
      bytes: bytes.byteLength,
    })
    return added ? ok({ number }) : fail('upload/not-found')
  },
})
