import type { Clock } from '../../query/calendar/clock.ts'
import { dayLength } from '../../query/calendar/grain.ts'
import { partOf } from '../../query/calendar/part.ts'
import { utc } from '../../query/calendar/zone.ts'
import type { PartFilter } from '../../query/filter.ts'
import type { Column } from '../../table/table.ts'
import type { Mask } from './mask.ts'

const hour = 3_600_000

/** Filters a date part; evaluates it once per distinct local day or hour. */
export function partMask({ part, values }: PartFilter, { zone, reckoning }: Clock): (column: Column) => Mask {
  const wanted = new Set(values)
  const size = part === 'hourOfDay' ? hour : dayLength
  const decided = new Map<number, number>()
  const passes = (step: number): number => {
    const known = decided.get(step) ?? (wanted.has(partOf[part](step * size, reckoning)) ? 1 : 0)
    decided.set(step, known)
    return known
  }
  return (column) => {
    if (column.type === 'text') return new Uint8Array(column.codes.length)
    const { offsetAt } = column.type === 'date' ? utc : zone
    const mask = new Uint8Array(column.values.length)
    for (const [row, value] of column.values.entries()) {
      if (!Number.isNaN(value)) mask[row] = passes(Math.floor((value + offsetAt(value)) / size))
    }
    return mask
  }
}
