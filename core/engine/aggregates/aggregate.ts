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

/** What an accumulator knows of some rows, as columns with one row per group; and how another of its kind learns it. */
export type Handover = {
  readonly known: (size: number) => readonly Column[]
  /** The group each row of what is known belongs to here, and how many groups there are so far. */
  readonly learn: (known: readonly Column[], groups: Int32Array, size: number) => void
}

/** What is known so far of every group; row groups are merged by adding one after another. */
export type Accumulator = {
  readonly add: (batch: Batch) => void
  /** For rows that are worked on apart; null where what is known is as much as the rows themselves. */
  readonly handover: Handover | null
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

/** A column of what is known, named by nobody. */
export const knownNumbers = (values: Float64Array): Column => ({ name: '', type: 'decimal', values })

/** Every `step`th of these numbers from `start` on, one per group. */
export const everyNth = (
  numbers: Float64Array,
  { size, step, start }: Record<'size' | 'step' | 'start', number>,
): Column => knownNumbers(Float64Array.from({ length: size }, (_, group) => numbers[group * step + start] ?? 0))

/** The numbers of a column of what is known. */
export function numbersOf(column: Column | null | undefined): Float64Array {
  if (!column || column.type === 'text') throw new Error('Numbers are expected')
  return column.values
}

/** The numbers of a batch whose aggregate cannot do without. */
export function numbersIn({ column }: Batch): Float64Array {
  if (!column || column.type === 'text') throw new Error('This aggregate needs numbers')
  return column.values
}
