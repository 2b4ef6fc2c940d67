import type { Result } from '../../result.ts'
import type { ColumnType } from '../../table/table.ts'
import type { Cells, CleanField, Rows } from '../rows.ts'
import type { Learned } from '../step.ts'

/** What empty cells of one column are filled with. */
export type Filling = {
  /** As it follows “with”: `the median, 28`. */
  readonly words: string
  readonly learned: Learned
  /** Begins a pass; gives the column's cells, filled. The rows must come in order. */
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

/** Gathers what a filling needs to know of the table. */
export type FillLearner = {
  readonly add: (rows: Rows) => void
  readonly finish: () => Result<Filling>
}

/** One way to fill empty cells. */
export type FillMethod = {
  readonly text: string
  readonly types: readonly ColumnType[]
  readonly begin: (task: FillTask) => Result<Filling> | FillLearner
}
