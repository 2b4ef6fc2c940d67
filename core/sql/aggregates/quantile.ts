import { ordered, type Term } from '../term.ts'
import { type Sql, sql, value as bound } from '../sql.ts'
import { type Aggregation, filtered, over, termOf, type WriteAggregate } from './aggregation.ts'

/** Between the two values nearest to it, in proportion (type 7 of Hyndman and Fan). */
export const quantile: WriteAggregate = (aggregation) => {
  const written = aggregation.writing.dialect.aggregates.quantile
  const term = termOf(aggregation)
  return written
    ? filtered((value) => written(value, bound(aggregation.quantile)), term.sql, aggregation)
    : byPlaces(aggregation)
}

export const median: WriteAggregate = (aggregation) => quantile({ ...aggregation, quantile: 0.5 })

/** Of the values in order, by their places: the place wanted, counted from 0, lies between two of them. */
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
