import { booleanOfNumber, comparable, countable, numberOfBoolean } from '../term.ts'
import { sql } from '../sql.ts'
import { type Aggregation, filtered, termOf, type WriteAggregate } from './aggregation.ts'

/** Number of rows, or of non-null values. */
export const count: WriteAggregate = (aggregation) => {
  const { term, passes, writing } = aggregation
  if (term) return filtered((value) => sql`COUNT(${value})`, term.sql, aggregation)
  if (passes === null) return sql`COUNT(*)`
  return writing.dialect.aggregates.hasFilter
    ? sql`COUNT(*) FILTER (WHERE ${passes})`
    : sql`COUNT(CASE WHEN ${passes} THEN 1 END)`
}

export const distinct: WriteAggregate = (aggregation) =>
  filtered((value) => sql`COUNT(DISTINCT ${value})`, termOf(aggregation).sql, aggregation)

export const sum: WriteAggregate = (aggregation) => {
  const { dialect } = aggregation.writing
  const term = termOf(aggregation)
  const type = term.type === 'boolean' ? 'integer' : term.type
  return filtered((value) => dialect.aggregates.sum(value, type), countable(term, dialect), aggregation)
}

export const mean: WriteAggregate = (aggregation) => {
  const { dialect } = aggregation.writing
  return filtered(dialect.aggregates.mean, countable(termOf(aggregation), dialect), aggregation)
}

export const min: WriteAggregate = (aggregation) => extreme(aggregation, sql`MIN`)
export const max: WriteAggregate = (aggregation) => extreme(aggregation, sql`MAX`)

/** Some databases cannot compare booleans. */
function extreme(aggregation: Aggregation, which: ReturnType<typeof sql>) {
  const { dialect } = aggregation.writing
  const term = termOf(aggregation)
  const isBoolean = term.type === 'boolean'
  const value = isBoolean ? numberOfBoolean(term.sql, dialect) : comparable(term, dialect)
  const written = filtered((one) => sql`${which}(${one})`, value, aggregation)
  return isBoolean ? booleanOfNumber(written, dialect) : written
}
