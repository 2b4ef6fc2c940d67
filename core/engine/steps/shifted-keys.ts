import { calendarOf, type Reckoning } from '../../query/calendar/calendar.ts'
import { startOfGrain } from '../../query/calendar/grain.ts'
import { instantOf, localOf } from '../../query/calendar/local-time.ts'
import type { Zone } from '../../query/calendar/zone.ts'
import type { Back } from '../../query/compared-period.ts'
import type { Comparison } from '../../query/comparison.ts'
import { type Dimension, nameOfDimension } from '../../query/dimension.ts'
import type { Query } from '../../query/query.ts'
import type { Grain } from '../../semantic/vocabulary.ts'
import { type Column, findColumn, type Table } from '../../table/table.ts'

type Shift = {
  readonly column: string
  readonly grain: Grain | null
  readonly back: Back
  readonly zone: Zone
  readonly to: Comparison['to']
}

/** The dimension values of the group that each group is compared with. */
export function shiftedKeys(table: Table, query: Query, shift: Shift): readonly Column[] {
  const means = { reckoning: calendarOf(query), shift }
  const finest = query.dimensions.find(({ column, grain }) => column === shift.column && grain === shift.grain)
  const moments = finest ? findColumn(table, nameOfDimension(finest)) : undefined
  return query.dimensions.map((dimension, at) => {
    const own = table.columns[at]
    if (!own) throw new Error(`The result has no column ${nameOfDimension(dimension)}`)
    const isCut = dimension.column === shift.column && dimension.grain !== undefined
    if (!isCut || !moments || moments.type === 'text' || own.type === 'text') return own
    return { ...own, values: moments.values.map((value) => shifted(value, dimension.grain ?? 'day', means)) }
  })
}

type Means = { readonly reckoning: Reckoning; readonly shift: Shift }

/** Shifts a moment of the finest dimension and truncates it to another dimension's grain. Hours shift as instants. */
function shifted(value: number, grain: NonNullable<Dimension['grain']>, { reckoning, shift }: Means): number {
  const { zone, back, to } = shift
  if (Number.isNaN(value)) return value
  const isHour = shift.grain === 'hour'
  if (isHour && to === 'previousPeriod') {
    const before = value - 3_600_000
    return grain === 'hour' ? before : startOfGrain(localOf(before, zone), grain, reckoning)
  }
  const local = back(isHour ? localOf(value, zone) : value)
  return grain === 'hour' ? instantOf(local, zone) : startOfGrain(local, grain, reckoning)
}
