import type { RecipeStep } from '../recipe.ts'
import type { Survey } from './survey.ts'

/** A step that may help, and why; whether it changes anything is measured afterwards. */
export type Candidate = {
  readonly take: RecipeStep
  readonly reason: string
  /** The trouble is none where the step would change more cells than this share of the rows. */
  readonly mostShare?: number
}

/** Sees one kind of trouble in a table. */
export type Detector = {
  /**
   * Repairs come first; what changes the table's form, or hides values, comes after them.
   * Guesses put a likely value where none is known, or in place of one that may be right: they come last.
   */
  readonly kind: 'repair' | 'form' | 'privacy' | 'guess'
  readonly find: (survey: Survey) => readonly Candidate[]
}
