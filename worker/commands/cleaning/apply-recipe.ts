import { z } from 'zod'
import { recipe } from '#core/clean/recipe.ts'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { startCleaning } from '../../data/clean-version.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { admitToQuota, roomFor } from '../../data/quota.ts'
import { toWireDataset } from '../../wire/dataset.ts'
import { defineCommand } from '../command.ts'

export const applyRecipe = defineCommand({
  summary: 'Clean a dataset by a recipe: a new version of it, made while the current one answers.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 2 },
  input: z.object({
    id: z.string(),
    recipe: recipe.refine(({ steps }) => steps.length > 0, { message: 'A recipe needs at least one step' }),
    /** Whether the recipe also cleans later uploads; if missing, unchanged. */
    keeps: z.boolean().optional(),
  }),
  async run(deps, { id, recipe: wanted, keeps }) {
    const { store, now } = deps
    const open = await openDataset(deps, id)
    if (!open.ok) return open
    const { dataset } = open.value
    const more = { datasets: 0, bytes: dataset.version.bytes }
    const { written, chain } = await startCleaning(deps, { base: dataset.version, wanted }, [roomFor(deps, more)])
    if (written !== 'written') {
      const admitted = await admitToQuota(deps, more)
      return admitted.ok ? fail('dataset/not-found') : admitted
    }
    if (keeps !== undefined) await store.datasets.change(dataset.id, { recipe: keeps ? chain : null, updatedAt: now() })
    return ok(toWireDataset((await store.datasets.find(dataset.id)) ?? dataset))
  },
})
