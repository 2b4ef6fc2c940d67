import type { weekDays } from '../../semantic/vocabulary.ts'

/** How a Query counts weeks and years. */
export type Reckoning = {
  readonly weekStart: (typeof weekDays)[number]
  /** The month, 1 to 12, in which a year and its quarters begin. */
  readonly fiscalYearStart: number
}
