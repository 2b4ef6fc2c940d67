import type { ChartSpec } from '../charts/chart.ts'
import type { Table } from '../table/table.ts'
import type { Reading } from './reading.ts'

/** An answer with all that shows how it came about. Everything but the table is plain JSON. */
export type Answered = {
  readonly status: 'answer'
  /** The answer in sentences, with its numbers. */
  readonly text: string
  readonly table: Table
  readonly chart: ChartSpec
  readonly reading: Reading
  /** Other ways the question could have been meant, likeliest first. */
  readonly others: readonly Reading[]
  /** Probability, 0 to 1, that the reading is what was meant. */
  readonly confidence: number
}

/** The question has several meanings that are about as likely: one question back, and what each would be. */
type Clarify = {
  readonly status: 'clarify'
  readonly question: string
  readonly readings: readonly Reading[]
}

/** Not understood, or not possible: why, and questions that are sure to work. */
export type Refused = {
  readonly status: 'refuse'
  readonly reason: string
  readonly suggestions: readonly string[]
}

export type Answer = Answered | Clarify | Refused
