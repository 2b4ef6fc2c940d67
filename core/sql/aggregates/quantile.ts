import { isMoment } from '../../query/type-rules.ts'
import { ordered, type Term } from '../term.ts'
import { type Sql, sql, value as bound } from '../sql.ts'
import { type Aggregation, filtered, over, termOf, type WriteAggregate } from './aggregation.ts'

/** Interpolates between the two nearest values (Hyndman and Fan type 7). */
export const quantile: WriteAggregate = (aggregation) => {
  const written = aggregation.writing.dialect.aggregates.quantile
  const term = termOf(aggregation)
  return written
    ? filtered((value) => written(value, bound(aggregation.quantile)), term.sql, aggregation)
    : byPlaces(aggregation)
}

export const median: WriteAggregate = (aggregation) => {
  const term = termOf(aggregation)
  return isMoment(term.type) ? middleMoment(term, aggregation) : quantile({ ...aggregation, quantile: 0.5 })
}

/**
 * Moments as milliseconds, because databases interpolate moments differently; rounded down to a value of the column's
 * type.
 */
function middleMoment({ sql: moment, type }: Term, aggregation: Aggregation): Sql {
  const { moments, numbers } = aggregation.writing.dialect
  const milliseconds = moments.milliseconds(type === 'date' ? moments.timestampOf(moment) : moment)
  const middle = quantile({ ...aggregation, quantile: 0.5, term: { type: 'decimal', sql: milliseconds } })
  const at = moments.read(numbers.whole(numbers.floor(middle)), 'milliseconds')
  return type === 'date' ? moments.dateOf(at) : at
}

/** From sorted values with row numbers: the position, from 0, lies between two of them. */
function byPlaces(aggregation: Aggregation): Sql {
  const { keys, passes, places, writing } = aggregation
  const { numbers } = writing.dialect
  const term = termOf(aggregation)
  const value: Term = { ...term, sql: places.counted(term.sql, passes) }
  const order = ordered(value, false, writing.dialect)
  const place = places.add(1, sql`ROW_NUMBER() ${over(keys, order)}`, 'place')
  const count = places.add(1, sql`COUNT(${value.sql}) ${over(keys)}`, 'values')
  const wanted = places.add(2, sql`${bound(aggregation.quantile)} * (${count} - 1)`, 'wanted')
  const at = (holds: Sql): Sql => sql`MAX(CASE WHEN ${holds} THEN ${numbers.real(value.sql)} END)`
  const low = at(sql`${place} - 1 <= ${wanted} AND ${place} > ${wanted}`)
  const high = at(sql`${place} - 1 >= ${wanted} AND ${place} - 2 < ${wanted}`)
  return sql`${low} + (${high} - ${low}) * MAX(${wanted} - ${numbers.floor(wanted)})`
}
