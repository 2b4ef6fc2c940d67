import type { StepFigures } from './figures.ts'
import type { RecipeStep } from './recipe.ts'
import type { Learned } from './step.ts'

/** A table's counts of rows, columns, empty and odd cells. */
export type TableFigures = {
  readonly rows: number
  readonly columns: number
  readonly empty: number
  readonly odd: number
}

/** What one step of a recipe did, or why it did nothing. */
export type StepLog = RecipeStep & {
  readonly title: string
  /** A sentence without its full stop. */
  readonly says: string
  readonly learned: Learned
  /** Null for a step that did not fit. */
  readonly figures: StepFigures | null
  readonly problem: { readonly message: string; readonly hint: string } | null
}

/** The record of a recipe run; stored with the version it created. */
export type CleaningLog = {
  readonly schema: 1
  readonly steps: readonly StepLog[]
  readonly before: TableFigures
  readonly after: TableFigures
}
