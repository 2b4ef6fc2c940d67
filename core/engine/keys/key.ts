import type { Column } from '../../table/table.ts'

/** Assigns ids from 0 to a column's distinct values, in order of first occurrence, across row groups. */
export type Key = {
  /** Number of ids so far. */
  readonly size: () => number
  /** Id of null, or -1 if no null occurred. */
  readonly nullId: () => number
  readonly encode: (column: Column) => Int32Array
  /** The values of these ids as a column. */
  readonly decode: (ids: Int32Array, name: string) => Column
}
