import type { Result } from '../../result.ts'
import type { ColumnType } from '../../table/table.ts'
import type { Cells, CleanField, Rows } from '../rows.ts'
import type { Learned } from '../step.ts'

/** The value source for empty cells of one column. */
export type Filling = {
  /** Follows “with” in a sentence: `the median, 28`. */
  readonly words: string
  readonly learned: Learned
  /** Starts a pass; the function fills the column's cells. Rows must come in order. */
  readonly start: () => (rows: Rows) => Cells
}

type FillSettings = {
  readonly column: string
  readonly value: string
  readonly neighbours: number
  readonly from: readonly string[]
}

export type FillTask = {
  readonly field: CleanField
  readonly fields: readonly CleanField[]
  readonly settings: FillSettings
}

/** Collects what a filling needs from the table. */
export type FillLearner = {
  readonly add: (rows: Rows) => void
  readonly finish: () => Result<Filling>
}

/** One method to fill empty cells. */
export type FillMethod = {
  readonly text: string
  readonly types: readonly ColumnType[]
  readonly begin: (task: FillTask) => Result<Filling> | FillLearner
}
