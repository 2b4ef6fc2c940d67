import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const readStatus = defineCommand({
  summary: 'How far reading a dataset has come, and what went wrong.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run({ store }, { id }) {
    const dataset = await store.datasets.find(id)
    if (!dataset) return fail('dataset/not-found')
    const { status, progress, failure } = dataset.version
    return ok({ status, progress, failure })
  },
})
