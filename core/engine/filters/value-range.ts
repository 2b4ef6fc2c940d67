import { utc, type Zone } from '../../query/calendar/zone.ts'
import { periodOf } from '../../query/period.ts'
import type { Filter, Scalar } from '../../query/filter.ts'
import { isMoment } from '../../query/type-rules.ts'
import { readDuration } from '../../table/duration.ts'
import type { ColumnType } from '../../table/table.ts'

/** Numbers from `low` to `high`, both inclusive. */
export type ValueRange = { readonly low: number; readonly high: number }

type Comparison = Extract<
  Filter,
  { readonly op: 'in' | 'between' | 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual' }
>

const { NEGATIVE_INFINITY: lowest, POSITIVE_INFINITY: highest } = Number

/**
 * The stored numbers that pass a comparison, as a union of ranges. Moments are compared by the period they name,
 * instants by that period in the zone.
 */
export function rangesOf(filter: Comparison, type: ColumnType, zone: Zone): readonly ValueRange[] {
  const at = (value: Scalar): ValueRange => rangeAt(value, type, type === 'date' ? utc : zone)
  switch (filter.op) {
    case 'in':
      return union(filter.values.map(at))
    case 'between':
      return [{ low: at(filter.from).low, high: at(filter.to).high }]
    case 'less':
      return [{ low: lowest, high: below(at(filter.value).low) }]
    case 'lessOrEqual':
      return [{ low: lowest, high: at(filter.value).high }]
    case 'greater':
      return [{ low: above(at(filter.value).high), high: highest }]
    case 'greaterOrEqual':
      return [{ low: at(filter.value).low, high: highest }]
  }
}

function rangeAt(value: Scalar, type: ColumnType, zone: Zone): ValueRange {
  if (type === 'duration' && typeof value === 'string') {
    const milliseconds = readDuration(value)?.milliseconds ?? Number.NaN
    return { low: milliseconds, high: milliseconds }
  }
  if (!isMoment(type)) return { low: Number(value), high: Number(value) }
  const period = periodOf(String(value), zone)
  return period ? { low: period.start, high: below(period.end) } : { low: Number.NaN, high: Number.NaN }
}

/** Sorted and without overlaps, for binary search. */
function union(ranges: readonly ValueRange[]): ValueRange[] {
  const joined: { low: number; high: number }[] = []
  for (const { low, high } of ranges.toSorted((a, b) => a.low - b.low)) {
    const last = joined.at(-1)
    if (last && low <= last.high) last.high = Math.max(last.high, high)
    else joined.push({ low, high })
  }
  return joined
}

const float = new Float64Array(1)
const bits = new BigInt64Array(float.buffer)

/** The next larger double. */
function above(value: number): number {
  if (value === highest || Number.isNaN(value)) return value === highest ? Number.NaN : value
  float[0] = value === 0 ? 0 : value
  bits[0] = (bits[0] ?? 0n) + (value >= 0 ? 1n : -1n)
  return float[0]
}

const below = (value: number): number => -above(-value)
