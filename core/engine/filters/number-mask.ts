import { isUnresolved, type ValueFilter, unresolved } from '../../query/filter.ts'
import type { Zone } from '../../query/calendar/zone.ts'
import type { NumberColumn } from '../../table/table.ts'
import { rangeMask } from './range-mask.ts'
import type { Mask } from './mask.ts'
import { rangesOf, type ValueRange } from './value-range.ts'

/** Compares numbers, moments or booleans. */
export function numberMask(filter: ValueFilter, zone: Zone): (column: NumberColumn) => Mask {
  if (filter.op === 'isNull') return ({ values }) => nullMask(values)
  if (isUnresolved(filter)) throw unresolved(filter)
  if ('text' in filter) return ({ values }) => new Uint8Array(values.length)
  return ({ values, type }) => {
    const ranges = rangesOf(filter, type, zone)
    const [only] = ranges
    return only && ranges.length === 1 ? rangeMask(values, only) : rangesMask(values, ranges)
  }
}

function nullMask(values: Float64Array): Mask {
  const mask = new Uint8Array(values.length)
  for (let row = 0; row < values.length; row++) mask[row] = values[row] !== values[row] ? 1 : 0
  return mask
}

function rangesMask(values: Float64Array, ranges: readonly ValueRange[]): Mask {
  const mask = new Uint8Array(values.length)
  const lows = Float64Array.from(ranges, ({ low }) => low)
  const highs = Float64Array.from(ranges, ({ high }) => high)
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    const at = lastAtMost(lows, value)
    mask[row] = at >= 0 && value <= (highs[at] as number) ? 1 : 0
  }
  return mask
}

/** Index of the last number that is at most `value`; -1 if all are larger. */
function lastAtMost(numbers: Float64Array, value: number): number {
  let from = 0
  let to = numbers.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((numbers[middle] as number) <= value) from = middle + 1
    else to = middle
  }
  return from - 1
}
