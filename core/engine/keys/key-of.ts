import { clockOf, plainClock } from '../../query/calendar/clock.ts'
import { utc } from '../../query/calendar/zone.ts'
import type { Dimension } from '../../query/dimension.ts'
import type { Query } from '../../query/query.ts'
import type { ColumnType } from '../../table/table.ts'
import { binKey } from './bin-key.ts'
import type { Key } from './key.ts'
import { momentKey, partKey } from './moment-key.ts'
import { numberKey } from './number-key.ts'
import { textKey } from './text-key.ts'

/** The key of a column's values. */
export function keyOfColumn(type: ColumnType): Key {
  if (type === 'text') return textKey()
  return type === 'date' ? momentKey('day', plainClock) : numberKey(type)
}

/** The key of a dimension, by the Query's calendar; date columns have no zone. */
export function keyOfDimension({ grain, part, binWidth }: Dimension, type: ColumnType, query: Query): Key {
  const own = clockOf(query)
  const clock = type === 'date' ? { ...own, zone: utc } : own
  if (binWidth !== undefined) return binKey(binWidth, type === 'integer' || type === 'duration' ? type : 'decimal')
  if (part !== undefined) return partKey(part, clock)
  return grain ? momentKey(grain, clock) : keyOfColumn(type)
}
