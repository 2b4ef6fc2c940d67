import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const deleteDataset = defineCommand({
  summary: 'Delete a dataset. Its files go for good after a week.',
  access: 'guest',
  input: z.object({ id: z.string() }),
  async run({ store, rooms, caller, now, defer }, { id }) {
    const dataset = await store.datasets.find(id)
    if (!dataset) return fail('dataset/not-found')
    await store.datasets.change(dataset.id, { deletedAt: now() })
    defer(rooms.publish(caller.workspace, { type: 'dataset-removed', id: dataset.id }))
    return ok(null)
  },
})
