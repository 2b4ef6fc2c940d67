import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { defineCommand } from '../command.ts'

export const describeDataset = defineCommand({
  summary: 'Give a dataset a name or a description.',
  access: 'guest',
  input: z.object({
    id: z.string(),
    name: z.string().trim().min(1, 'A dataset needs a name').max(120).optional(),
    description: z.string().trim().max(2000).optional(),
  }),
  async run({ store, rooms, caller, now, defer }, { id, name, description }) {
    const dataset = await store.datasets.find(id)
    if (!dataset) return fail('dataset/not-found')
    const words = { name: name ?? dataset.name, description: description ?? dataset.description }
    await store.datasets.change(dataset.id, { ...words, updatedAt: now() })
    const changed = toWireDataset({ ...dataset, ...words })
    defer(rooms.publish(caller.workspace, { type: 'dataset-changed', dataset: changed }))
    return ok(changed)
  },
})
