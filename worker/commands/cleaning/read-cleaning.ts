import { z } from 'zod'
import type { CleaningLog } from '#core/clean/log.ts'
import type { Recipe } from '#core/clean/recipe.ts'
import { ok } from '#core/result.ts'
import { logIn, recipeIn } from '../../data/clean-version.ts'
import { findWhole } from '../../data/open-dataset.ts'
import { defineCommand } from '../command.ts'

export type Cleaning = {
  /** The recipe of the current version; empty for an upload. */
  readonly recipe: Recipe
  readonly log: CleaningLog | null
  /** The version it was applied to; null for an upload. */
  readonly basedOn: { readonly id: string; readonly number: number } | null
  /** True if the recipe also cleans later uploads. */
  readonly keeps: boolean
}

export const readCleaning = defineCommand({
  summary: 'How the current version of a dataset was cleaned, and what that did.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const { store, files } = deps
    const found = await findWhole(deps, id)
    if (!found.ok) return found
    const { version, recipe: kept } = found.value
    const [made, log] = await Promise.all([recipeIn(files, version), logIn(files, version)])
    const base = version.basedOnId === null ? undefined : await store.versions.find(version.basedOnId)
    const basedOn = base ? { id: base.id, number: base.number } : null
    return ok<Cleaning>({ recipe: made.recipe, log, basedOn, keeps: kept !== null })
  },
})
