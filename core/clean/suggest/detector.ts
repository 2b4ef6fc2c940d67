import type { RecipeStep } from '../recipe.ts'
import type { Survey } from './survey.ts'

/** A candidate step and its reason; its effect is measured afterwards. */
export type Candidate = {
  readonly take: RecipeStep
  readonly reason: string
  /** Rejected if the step would change more than this share of the rows. */
  readonly maxShare?: number
}

/** Detects one kind of defect in a table. */
export type Detector = {
  /**
   * Order of suggestions: repairs first; then steps that change the table's form or hide values; last guesses, which
   * insert a likely value.
   */
  readonly kind: 'repair' | 'form' | 'privacy' | 'guess'
  readonly find: (survey: Survey) => readonly Candidate[]
}
