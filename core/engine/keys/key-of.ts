import type { Dimension } from '../../query/dimension.ts'
import type { ColumnType } from '../../table/table.ts'
import { binKey } from './bin-key.ts'
import type { Key } from './key.ts'
import { momentKey } from './moment-key.ts'
import { numberKey } from './number-key.ts'
import { textKey } from './text-key.ts'

/** The key of a column's own values. */
export function keyOfColumn(type: ColumnType): Key {
  if (type === 'text') return textKey()
  return type === 'date' ? momentKey('day') : numberKey(type)
}

/** The key of a dimension; bins need their width. */
export function keyOfDimension({ grain }: Dimension, type: ColumnType, binWidth: number | null): Key {
  if (binWidth !== null) return binKey(binWidth, type === 'integer' || type === 'duration' ? type : 'decimal')
  return grain ? momentKey(grain) : keyOfColumn(type)
}
