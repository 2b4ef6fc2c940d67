import type { Column, ColumnType } from '../../table/table.ts'

/** The rows of one row group as an accumulator sees them. */
export type Batch = {
  /** The group each row belongs to. */
  readonly groups: Int32Array
  /** How many groups there are so far; later batches may bring more. */
  readonly size: number
  /** The column aggregated, of as many rows; null where rows themselves are counted. */
  readonly column: Column | null
  /** The moments by which first and last are told; null for other aggregates. */
  readonly by: Column | null
}

/** What an accumulator is told before its first batch. */
export type AccumulatorSetup = {
  readonly type: ColumnType
  /** False where all rows are one group. */
  readonly isGrouped: boolean
  /** From 0 to 1, where a quantile is asked for. */
  readonly quantile: number
}

/** What is known so far of every group; row groups are merged by adding one after another. */
export type Accumulator = {
  readonly add: (batch: Batch) => void
  /** One result per group, in the order of their ids. */
  readonly finish: (size: number, result: { readonly name: string; readonly type: ColumnType }) => Column
}

/** Makes a result column of numbers; a null is NaN. */
export const numberResult =
  (valueOf: (group: number) => number): Accumulator['finish'] =>
  (size, { name, type }) => {
    if (type === 'text') throw new Error(`${name} cannot be text`)
    return { name, type, values: Float64Array.from({ length: size }, (_, group) => valueOf(group)) }
  }

/** The numbers of a batch whose aggregate cannot do without. */
export function numbersIn({ column }: Batch): Float64Array {
  if (!column || column.type === 'text') throw new Error('This aggregate needs numbers')
  return column.values
}
