import { periodOf } from '../../query/period.ts'
import { utc, type Zone } from '../../query/calendar/zone.ts'
import type { Filter, Scalar } from '../../query/filter.ts'
import type { ColumnType } from '../../table/table.ts'
import { any, every, type Sql, sql, value } from '../sql.ts'
import type { MomentRange } from '../table.ts'
import type { Term } from '../term.ts'
import { day } from '../../table/time-units.ts'

type Comparison = Extract<
  Filter,
  { readonly op: 'in' | 'between' | 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual' }
>
type Bounds = { readonly start: number; readonly end: number }

/** The period that a text names in a column; dates have no zone and lie at midnight. */
function boundsOf(text: Scalar, type: ColumnType, zone: Zone): Bounds {
  const period = periodOf(String(text), type === 'date' ? utc : zone)
  if (!period) throw new Error('A moment that was not validated')
  const { start, end } = period
  return type === 'date' ? { start: Math.ceil(start / day) * day, end: Math.ceil(end / day) * day } : { start, end }
}

/** Compares moments with the periods that texts name. */
export function momentCondition({ sql: moment, type }: Term, filter: Comparison, zone: Zone): Sql {
  const at = (text: Scalar): Bounds => boundsOf(text, type, zone)
  const of = (milliseconds: number): Sql => value(milliseconds, type === 'date' ? 'date' : 'timestamp')
  const within = ({ start, end }: Bounds): Sql =>
    type === 'date' && end - start === day
      ? sql`${moment} = ${of(start)}`
      : every([sql`${moment} >= ${of(start)}`, sql`${moment} < ${of(end)}`])
  switch (filter.op) {
    case 'in':
      return any(filter.values.map((text) => within(at(text))))
    case 'between':
      return every([sql`${moment} >= ${of(at(filter.from).start)}`, sql`${moment} < ${of(at(filter.to).end)}`])
    case 'less':
      return sql`${moment} < ${of(at(filter.value).start)}`
    case 'lessOrEqual':
      return sql`${moment} < ${of(at(filter.value).end)}`
    case 'greater':
      return sql`${moment} >= ${of(at(filter.value).end)}`
    case 'greaterOrEqual':
      return sql`${moment} >= ${of(at(filter.value).start)}`
  }
}

const flat = (filters: readonly Filter[]): readonly Filter[] =>
  filters.flatMap((filter) => (filter.op === 'and' ? flat(filter.filters) : [filter]))

/** Bounds of the instants of a column that pass a Query's filters; unbounded where no filter limits them. */
export function rangeLeft(column: string, filters: readonly Filter[], zone: Zone): MomentRange {
  const stretches = flat(filters).flatMap((filter) =>
    'column' in filter && filter.column === column ? [stretchOf(filter, zone)] : [],
  )
  return {
    from: Math.max(Number.NEGATIVE_INFINITY, ...stretches.map(({ start }) => start)),
    to: Math.min(Number.POSITIVE_INFINITY, ...stretches.map(({ end }) => end)),
  }
}

const always: Bounds = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }

function stretchOf(filter: Extract<Filter, { readonly column: string }>, zone: Zone): Bounds {
  const at = (text: Scalar): Bounds => boundsOf(text, 'timestamp', zone)
  switch (filter.op) {
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
      return always
  }
}
