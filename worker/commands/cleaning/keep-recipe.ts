import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { recipeIn } from '../../data/clean-version.ts'
import { defineCommand } from '../command.ts'

export const keepRecipe = defineCommand({
  summary: 'Clean every later upload of a dataset as its current version was cleaned, or no longer.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string(), keeps: z.boolean() }),
  async run({ store, files, now }, { id, keeps }) {
    const dataset = await store.datasets.find(id)
    if (!dataset) return fail('dataset/not-found')
    const { chain } = await recipeIn(files, dataset.version)
    const recipe = keeps && chain.steps.length > 0 ? chain : null
    const changed = await store.datasets.change(dataset.id, { recipe, updatedAt: now() })
    return changed ? ok({ keeps: recipe !== null }) : fail('dataset/not-found')
  },
})
