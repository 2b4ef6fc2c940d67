import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { placeOfDataset } from '../../db/datasets.ts'
import { defineCommand } from '../command.ts'

export const deleteDataset = defineCommand({
  summary: 'Delete a dataset and the dashboards made of it. Until its retention has passed it can be restored.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  async run({ store, rooms, caller, now, defer, trail }, { id }) {
    const dataset = await store.datasets.find(id)
    if (!dataset || !(await store.datasets.remove(dataset.id, now()))) return fail('dataset/not-found')
    defer(rooms.publish(caller.workspace, { type: 'dataset-removed', id: dataset.id }, placeOfDataset(dataset)))
    trail.changed({ object: `dataset ${id}`, before: { name: dataset.name }, after: null })
    return ok(null)
  },
})
