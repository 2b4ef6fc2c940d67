import type { Dimension } from '../../query/query.ts'
import type { Column, ColumnType } from '../../table/table.ts'
import { binKey } from './bin-key.ts'
import { momentKey } from './moment-key.ts'
import { numberKey } from './number-key.ts'
import { textKey } from './text-key.ts'

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

/** The key of a column's own values. */
export function keyOfColumn(type: ColumnType): Key {
  if (type === 'text') return textKey()
  return type === 'date' ? momentKey('day') : numberKey(type)
}

/** The key of a dimension; bins need their width. */
export function keyOfDimension({ grain }: Dimension, type: ColumnType, binWidth: number | null): Key {
  if (binWidth !== null) return binKey(binWidth, type === 'integer' ? 'integer' : 'decimal')
  return grain ? momentKey(grain) : keyOfColumn(type)
}
