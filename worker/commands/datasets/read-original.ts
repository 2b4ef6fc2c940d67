import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { findWhole } from '../../data/open-dataset.ts'
import { originalOf } from '../../data/original.ts'
import { defineCommand } from '../command.ts'

/** Bytes shown of a text file; enough to see its layout. */
const headBytes = 256 * 1024

export const readOriginal = defineCommand({
  summary: 'The first 256 KB of the file that was uploaded, as they were sent, to see how it is written.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  handsOutFile: true,
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const found = await findWhole(deps, id)
    if (!found.ok) return found
    const dataset = found.value
    const original = await originalOf(deps, dataset)
    if (!original.ok) return original
    const source = await deps.files.source(original.value.key)
    if (!source) return fail('dataset/no-original', { name: dataset.name })
    const head = await source.slice(0, Math.min(headBytes, source.byteLength))
    return ok(
      new Response(head, {
        headers: { 'content-type': 'application/octet-stream', 'x-file-size': String(source.byteLength) },
      }),
    )
  },
})
