import type { Profile } from '../profile.ts'

/** A defect of the data: where, how much, and the step that repairs it. */
export type QualityFinding = {
  /** The column; null for whole rows. */
  readonly column: string | null
  /** Number of cells, or of rows without a column. */
  readonly count: number
  /** Share of the column's cells, or of all rows. */
  readonly share: number
  readonly sentence: string
  /** The cleaning step that repairs it; null if none does. */
  readonly step: CleaningStepId | null
}

/** Ids of the cleaning steps that findings propose. */
export type CleaningStepId =
  | 'trim'
  | 'unify-case'
  | 'unify-spellings'
  | 'fix-odd'
  | 'remove-duplicates'
  | 'fill-missing'
  | 'cap-outliers'
  | 'remove-columns'

/** Input of a quality part. */
export type QualityInput = {
  readonly profile: Profile
  /** Current time, milliseconds since 1970 UTC; null without a clock. */
  readonly now: number | null
  /** Arrival of the data, milliseconds since 1970 UTC; null if unknown. */
  readonly arrivedAt: number | null
}

/** `score` from 0 (worst) to 1. Null if the part cannot be judged. */
export type QualityPartResult = { readonly score: number; readonly findings: readonly QualityFinding[] } | null

export type QualityPart = {
  readonly title: string
  /** Its question, for people. */
  readonly question: string
  readonly judge: (input: QualityInput) => QualityPartResult
}
