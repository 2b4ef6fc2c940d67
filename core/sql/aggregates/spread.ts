import { type Sql, sql } from '../sql.ts'
import { type Aggregation, filtered, over, termOf, type WriteAggregate } from './aggregation.ts'

/** Sample variance: null below two values. */
export const variance: WriteAggregate = (aggregation) => {
  const written = aggregation.writing.dialect.aggregates.variance
  return written ? filtered(written, termOf(aggregation).sql, aggregation) : byDeviations(aggregation)
}

export const sd: WriteAggregate = (aggregation) => {
  const { numbers } = aggregation.writing.dialect
  return numbers.squareRoot(variance(aggregation))
}

/** Sums squared deviations from the mean, which avoids cancellation of large numbers. */
function byDeviations(aggregation: Aggregation): Sql {
  const { keys, passes, places, writing } = aggregation
  const { real } = writing.dialect.numbers
  const value = real(places.counted(termOf(aggregation).sql, passes))
  const mean = places.add(1, sql`AVG(${value}) ${over(keys)}`, 'mean')
  const deviation = sql`(${value} - ${mean})`
  return sql`SUM(${deviation} * ${deviation}) / NULLIF(COUNT(${value}) - 1, 0)`
}
