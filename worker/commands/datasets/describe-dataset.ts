import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { writeCard } from '../../data/catalog.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { placeOfDataset } from '../../db/datasets.ts'
import { defineCommand } from '../command.ts'

const tag = z.string().trim().min(1, 'A tag needs a letter').max(40)

/** Removes duplicate tags, ignoring case. */
const tags = z
  .array(tag)
  .max(20, 'A dataset has at most 20 tags')
  .transform((all) => [...new Map(all.map((each) => [each.toLowerCase(), each])).values()])

export const describeDataset = defineCommand({
  summary: 'Give a dataset a name, a description, tags, or an age from which its data counts as stale.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({
    id: z.string(),
    name: z.string().trim().min(1, 'A dataset needs a name').max(120).optional(),
    description: z.string().trim().max(2000).optional(),
    tags: tags.optional(),
    /** In hours; null uses the data's usual interval. */
    staleAfterHours: z
      .int()
      .min(1)
      .max(10 * 366 * 24)
      .nullable()
      .optional(),
  }),
  async run(deps, { id, ...said }) {
    const { store, rooms, caller, now, defer } = deps
    const { workspace } = caller
    const before = await store.datasets.find(id)
    if (!before) return fail('dataset/not-found')
    if (!(await store.datasets.change(before.id, { ...said, updatedAt: now() }))) return fail('dataset/not-found')
    const dataset = (await store.datasets.find(id)) ?? before
    const { name, description, tags } = before
    deps.trail.changed({ object: `dataset ${id}`, before: { name, description, tags }, after: said })
    const changed = toWireDataset(dataset)
    defer(rooms.publish(workspace, { type: 'dataset-changed', dataset: changed }, placeOfDataset(dataset)))
    await writeCard(deps, dataset.id, { workspace })
    return ok(changed)
  },
})
