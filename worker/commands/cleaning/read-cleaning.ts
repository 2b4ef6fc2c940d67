import { z } from 'zod'
import type { CleaningLog } from '#core/clean/log.ts'
import type { Recipe } from '#core/clean/recipe.ts'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { logIn, recipeIn } from '../../data/clean-version.ts'
import { defineCommand } from '../command.ts'

export type Cleaning = {
  /** How the current version was made; no steps for an upload. */
  readonly recipe: Recipe
  readonly log: CleaningLog | null
  /** The version it was made of; null for an upload. */
  readonly basedOn: { readonly id: string; readonly number: number } | null
  /** Is every later upload cleaned by a recipe? */
  readonly keeps: boolean
}

export const readCleaning = defineCommand({
  summary: 'How the current version of a dataset was cleaned, and what that did.',
  access: 'guest',
  input: z.object({ id: z.string() }),
  async run({ store, files }, { id }) {
    const dataset = await store.datasets.find(id)
    if (!dataset) return fail('dataset/not-found')
    const { version, recipe: kept } = dataset
    const [made, log] = await Promise.all([recipeIn(files, version), logIn(files, version)])
    const base = version.basedOnId === null ? undefined : await store.versions.find(version.basedOnId)
    const basedOn = base ? { id: base.id, number: base.number } : null
    return ok<Cleaning>({ recipe: made.recipe, log, basedOn, keeps: kept !== null })
  },
})
