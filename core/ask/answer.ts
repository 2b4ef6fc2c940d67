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
  /** What the figures alone do not say, a sentence each: an incomplete month, which condition left nothing. */
  readonly notes: readonly string[]
  /** Does it follow on from the answer before it? */
  readonly follows: boolean
}

/** The question has several meanings that are about as likely: one question back, and what each would be. */
type Clarify = {
  readonly status: 'clarify'
  readonly question: string
  readonly readings: readonly Reading[]
}

/** Not understood, or not possible: why, and what leads on from here. */
export type Refused = {
  readonly status: 'refuse'
  readonly reason: string
  /** The words that have no meaning in this data. */
  readonly unknown: readonly string[]
  /** What the question can be read as without them. */
  readonly readings: readonly Reading[]
  /** The likeliest of what was understood, to go on from by hand; null where nothing was. */
  readonly understood: Reading | null
  /** Questions near to this one that are sure to be answered. */
  readonly suggestions: readonly string[]
}

export type Answer = Answered | Clarify | Refused
