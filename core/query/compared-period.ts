import { addGrain, dayLength, startOfGrain } from './calendar/grain.ts'
import type { Reckoning } from './calendar/calendar.ts'
import { type Zone, zoneOf } from './calendar/zone.ts'
import type { Comparison } from './comparison.ts'
import type { Dimension } from './dimension.ts'
import type { Filter, LeafFilter, Scalar } from './filter.ts'
import { localPeriodOf, localText, type Period } from './period.ts'
import type { Query } from './query.ts'
import { type Grain, grains } from '../semantic/vocabulary.ts'

type ComparedQuery = Pick<Query, 'dimensions' | 'filters' | 'timeZone'>

const always: Period = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }

/** The compared column of moments; null if the Query names none. */
export const columnCompared = ({ column }: Comparison, { dimensions }: ComparedQuery): string | null =>
  column ?? dimensions.find(({ grain }) => grain !== undefined)?.column ?? null

/** The finest grain of the dimensions over a column; null if none has a grain. */
export function finestGrain(column: string, dimensions: readonly Dimension[]): Grain | null {
  const cuts = dimensions.flatMap((one) => (one.column === column && one.grain ? [grains.indexOf(one.grain)] : []))
  return cuts.length === 0 ? null : (grains[Math.min(...cuts)] ?? null)
}

const flat = (filters: readonly Filter[]): readonly Filter[] =>
  filters.flatMap((filter) => (filter.op === 'and' ? flat(filter.filters) : [filter]))

/**
 * The interval of a column's local time that a filter keeps; null if it keeps no single interval or reads another
 * column.
 */
function stretchOf(filter: Filter, column: string, zone: Zone): Period | null {
  if ('filters' in filter || 'filter' in filter || filter.column !== column) return null
  return stretch(filter, (value) => localPeriodOf(String(value), zone) ?? always)
}

function stretch(filter: LeafFilter, at: (value: Scalar) => Period): Period | null {
  switch (filter.op) {
    case 'in':
      return filter.values.length === 1 ? at(filter.values[0] ?? '') : null
    case 'between':
      return { start: at(filter.from).start, end: at(filter.to).end }
    case 'less':
      return { ...always, end: at(filter.value).start }
    case 'lessOrEqual':
      return { ...always, end: at(filter.value).end }
    case 'greater':
      return { ...always, start: at(filter.value).end }
    case 'greaterOrEqual':
      return { ...always, start: at(filter.value).start }
    default:
      return null
  }
}

/** The interval of local time that a Query's filters keep of a column, and the remaining filters. */
export function periodLeft(column: string, { filters, timeZone }: ComparedQuery) {
  const zone = zoneOf(timeZone)
  const stretches = flat(filters).map((filter) => ({ filter, period: stretchOf(filter, column, zone) }))
  return {
    period: stretches.reduce(
      ({ start, end }, { period }) => ({
        start: Math.max(start, period?.start ?? start),
        end: Math.min(end, period?.end ?? end),
      }),
      always,
    ),
    others: stretches.flatMap(({ filter, period }) => (period === null ? [filter] : [])),
  }
}

export const isBounded = ({ start, end }: Period): boolean => Number.isFinite(start) && Number.isFinite(end)

/** An interval of local time as filters. */
export const filtersOf = (column: string, { start, end }: Period): Filter[] => [
  ...(Number.isFinite(start) ? [{ op: 'greaterOrEqual', column, value: localText(start) } as const] : []),
  ...(Number.isFinite(end) ? [{ op: 'less', column, value: localText(end) } as const] : []),
]

/** Maps a local time to the compared one. */
export type Back = (local: number) => number

/**
 * One grain or one year back if a dimension has a grain (52 weeks for weeks); otherwise the length of the period
 * back, in whole months or days where the period consists of them.
 */
export function backOf({ to }: Comparison, grain: Grain | null, period: Period): Back {
  if (to === 'previousYear')
    return grain === 'week' ? (local) => addGrain(local, 'week', -52) : (local) => addGrain(local, 'year', -1)
  if (grain !== null) return (local) => addGrain(local, grain, -1)
  const months = wholeMonths(period)
  return months === null ? (local) => local - (period.end - period.start) : (local) => addGrain(local, 'month', -months)
}

const anyReckoning: Reckoning = { weekStart: 'monday', fiscalYearStart: 1 }

function wholeMonths({ start, end }: Period): number | null {
  if (startOfGrain(start, 'month', anyReckoning) !== start || startOfGrain(end, 'month', anyReckoning) !== end)
    return null
  return Math.round((end - start) / (30.436_875 * dayLength))
}
