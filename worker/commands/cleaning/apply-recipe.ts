import { z } from 'zod'
import { recipe } from '#core/clean/recipe.ts'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { startCleaning } from '../../data/clean-version.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { defineCommand } from '../command.ts'

export const applyRecipe = defineCommand({
  summary: 'Clean a dataset by a recipe: a new version of it, made while the current one answers.',
  access: 'guest',
  input: z.object({
    id: z.string(),
    recipe: recipe.refine(({ steps }) => steps.length > 0, { message: 'A recipe needs at least one step' }),
    /** Clean every later upload of the dataset in the same way, or none; missing: as it was decided before. */
    keeps: z.boolean().optional(),
  }),
  async run(deps, { id, recipe: wanted, keeps }) {
    const { store, caller, config, now } = deps
    const open = await openDataset(deps, id)
    if (!open.ok) return open
    const { dataset } = open.value
    const { bytes } = config.guest
    if (caller.kind === 'guest' && (await store.usage()).bytes + dataset.version.bytes > bytes)
      return fail('quota/bytes', { megabytes: Math.round(bytes / 1_000_000) })
    const chain = await startCleaning(deps, dataset.version, wanted)
    if (keeps !== undefined) await store.datasets.change(dataset.id, { recipe: keeps ? chain : null, updatedAt: now() })
    return ok(toWireDataset((await store.datasets.find(dataset.id)) ?? dataset))
  },
})
