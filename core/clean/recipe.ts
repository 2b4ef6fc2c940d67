import { z } from 'zod'
import { dictionary } from '../dictionary.ts'
import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import { type StepId, stepIds } from './registry.ts'

const recipeStep = z.object({
  step: z.enum(stepIds),
  /** Parsed by the step itself. */
  settings: dictionary(z.unknown()),
})

/** Maximum steps of a recipe; each may need a pass over the table. */
const maxSteps = 100

/** Cleaning steps in order, as a document that is stored and sent. */
export const recipe = z.object({ schema: z.literal(1), steps: z.array(recipeStep).max(maxSteps) })

export type RecipeStep = {
  readonly step: StepId
  readonly settings: { readonly [key: string]: unknown }
}
export type Recipe = { readonly schema: 1; readonly steps: readonly RecipeStep[] }

export const noRecipe: Recipe = { schema: 1, steps: [] }

/** Parses an untrusted recipe. */
export function parseRecipe(input: unknown): Result<Recipe> {
  const read = recipe.safeParse(input)
  if (read.success) return ok(read.data)
  const [issue] = read.error.issues
  const where = issue?.path.map(String).join('.') ?? ''
  return fail('clean/invalid-recipe', {
    reason: [where, issue?.message ?? 'it is none'].filter((part) => part).join(': '),
  })
}
