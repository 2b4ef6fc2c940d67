import type { Column, ColumnType } from '../../table/table.ts'

/** The rows of one row group, as input of an accumulator. */
export type Batch = {
  /** Group id per row. */
  readonly groups: Int32Array
  /** Number of groups so far; later batches may add groups. */
  readonly size: number
  /** The aggregated column; null when counting rows. */
  readonly column: Column | null
  /** The moments that order `first` and `last`; null for other aggregates. */
  readonly by: Column | null
}

/** Settings of an accumulator. */
export type AccumulatorSetup = {
  readonly type: ColumnType
  /** False if all rows are one group. */
  readonly isGrouped: boolean
  /** From 0 to 1; used by quantiles only. */
  readonly quantile: number
}

/** Exports partial state, one row per group, and merges the state of another accumulator of the same kind. */
export type PartialState = {
  readonly exportState: (size: number) => readonly Column[]
  /** `groups` maps each row of the exported state to a group here; `size` is the number of groups so far. */
  readonly mergeState: (known: readonly Column[], groups: Int32Array, size: number) => void
}

/** Running state of every group; row groups are added one after another. */
export type Accumulator = {
  readonly add: (batch: Batch) => void
  /** For parallel passes; null if the state is as large as the rows themselves. */
  readonly partialState: PartialState | null
  /** One result per group, in order of group ids. */
  readonly finish: (size: number, result: { readonly name: string; readonly type: ColumnType }) => Column
}

/** Creates the `finish` of a numeric aggregate; null is NaN. */
export const numberResult =
  (valueOf: (group: number) => number): Accumulator['finish'] =>
  (size, { name, type }) => {
    if (type === 'text') throw new Error(`${name} cannot be text`)
    return { name, type, values: Float64Array.from({ length: size }, (_, group) => valueOf(group)) }
  }

/** An unnamed column of exported state. */
export const stateColumn = (values: Float64Array): Column => ({ name: '', type: 'decimal', values })

/** Every `step`th number from `start`, one per group. */
export const everyNth = (
  numbers: Float64Array,
  { size, step, start }: Record<'size' | 'step' | 'start', number>,
): Column => stateColumn(Float64Array.from({ length: size }, (_, group) => numbers[group * step + start] ?? 0))

/** The numbers of a column of exported state. */
export function numbersOf(column: Column | null | undefined): Float64Array {
  if (!column || column.type === 'text') throw new Error('Numbers are expected')
  return column.values
}

/** The numbers of a batch; throws for other columns. */
export function numbersIn({ column }: Batch): Float64Array {
  if (!column || column.type === 'text') throw new Error('This aggregate needs numbers')
  return column.values
}
