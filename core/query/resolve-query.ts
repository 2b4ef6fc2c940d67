import type { SemanticModel } from '../semantic/semantic-model.ts'
import { type Calendar, calendarOf } from './calendar/calendar.ts'
import { addGrain, startOfGrain } from './calendar/grain.ts'
import { localOf } from './calendar/local-time.ts'
import { isTimeZone, zoneOf } from './calendar/zone.ts'
import type { Filter, RelativeFilter } from './filter.ts'
import type { Measure } from './measure.ts'
import { localText } from './period.ts'
import type { Query } from './query.ts'

/** The parts of a model that supply a Query's defaults. */
type Lent = Pick<SemanticModel, 'timeColumn' | 'calendar'>

/**
 * Writes the model's defaults into a Query and turns relative periods into dates in the Query's zone. `now` is an
 * instant in milliseconds. Leaves an unknown zone for `validateQuery` to refuse.
 */
export function resolveQuery(written: Query, { timeColumn, calendar }: Lent, now: number): Query {
  const counted = calendarOf(written, calendar)
  const asked = { ...written, ...counted }
  if (!isTimeZone(counted.timeZone)) return asked
  const local = localOf(now, zoneOf(counted.timeZone))
  const inFilter = (filter: Filter): Filter => resolved(filter, counted, local)
  const ofGroups = (measure: Measure): Measure =>
    measure.filter ? { ...measure, filter: inFilter(measure.filter) } : measure
  const inMeasure = (measure: Measure): Measure => ({
    ...ofGroups(measure),
    ...(isByTime(measure) && timeColumn !== null ? { by: timeColumn } : {}),
  })
  return {
    ...asked,
    measures: asked.measures.map(asked.groups ? ofGroups : inMeasure),
    filters: asked.filters.map(inFilter),
    having: asked.having.map(inFilter),
    ...(asked.groups
      ? {
          groups: {
            ...asked.groups,
            measures: asked.groups.measures.map(inMeasure),
            having: asked.groups.having.map(inFilter),
          },
        }
      : {}),
    top: asked.top.map((top) => ({ ...top, by: inMeasure(top.by) })),
    ...(asked.compare ? { compare: withColumn(asked.compare, asked, timeColumn) } : {}),
  }
}

const isByTime = ({ aggregate, by }: Measure): boolean =>
  (aggregate === 'first' || aggregate === 'last') && by === undefined

function withColumn(compare: NonNullable<Query['compare']>, { dimensions }: Query, timeColumn: string | null) {
  const column = compare.column ?? dimensions.find(({ grain }) => grain !== undefined)?.column ?? timeColumn
  return column === null ? compare : { ...compare, column }
}

function resolved(filter: Filter, asked: Calendar, now: number): Filter {
  if ('filters' in filter) return { ...filter, filters: filter.filters.map((part) => resolved(part, asked, now)) }
  if ('filter' in filter) return { ...filter, filter: resolved(filter.filter, asked, now) }
  return filter.op === 'relative' ? absolute(filter, asked, now) : filter
}

/** From the start of the first period to the end of the last, in local time. */
function absolute(filter: RelativeFilter, asked: Calendar, now: number): Filter {
  const { column, grain, direction, count, withCurrent = false } = filter
  const current = startOfGrain(now, grain, asked)
  const [first, end] = {
    this: [0, 1],
    last: [-count, withCurrent ? 1 : 0],
    next: [withCurrent ? 0 : 1, count + 1],
  }[direction] as [number, number]
  return {
    op: 'and',
    filters: [
      { op: 'greaterOrEqual', column, value: localText(addGrain(current, grain, first)) },
      { op: 'less', column, value: localText(addGrain(current, grain, end)) },
    ],
  }
}
