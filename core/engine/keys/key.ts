import type { Column } from '../../table/table.ts'

/** Gives each distinct value of a column an id, from 0 in order of first sight, across row groups. */
export type Key = {
  /** How many ids there are so far. */
  readonly size: () => number
  /** The id that means null, or -1 where no null has been seen. */
  readonly nullId: () => number
  readonly encode: (column: Column) => Int32Array
  /** The values of these ids as a column. */
  readonly decode: (ids: Int32Array, name: string) => Column
}
