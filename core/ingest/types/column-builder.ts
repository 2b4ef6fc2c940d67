import type { Column } from '../../table/table.ts'
import type { BlockSpan } from '../block.ts'

/** A cell that did not fit, by its row in the batch. */
export type Misfit = { readonly row: number; readonly text: string }

/** Gathers one column of a batch from blocks of text. */
export type ColumnBuilder = {
  /** Reads the cells of a span as the batch's rows from `at` on; what does not fit goes to `misfits`. */
  readonly append: (span: BlockSpan, at: number, misfits: Misfit[]) => void
  /** The column of the batch's rows; the builder begins anew. */
  readonly finish: (rows: number) => Column
}
