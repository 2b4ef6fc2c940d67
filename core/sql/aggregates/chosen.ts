import { booleanOfNumber, numberOfBoolean, ordered, type Term } from '../term.ts'
import { every, type Sql, sql } from '../sql.ts'
import { type Aggregation, over, termOf, type WriteAggregate } from './aggregation.ts'

/** The most frequent value; the smallest of equally frequent ones. */
export const mode: WriteAggregate = (aggregation) => {
  const { keys, passes, places, writing } = aggregation
  const term = termOf(aggregation)
  const value: Term = { ...term, sql: places.counted(term.sql, passes) }
  const times = places.add(1, sql`COUNT(${value.sql}) ${over([...keys, value.sql])}`, 'times')
  const order = sql`${times} DESC, ${ordered(value, false, writing.dialect)}`
  const place = places.add(2, sql`ROW_NUMBER() ${over(keys, order)}`, 'place')
  return onlyOne(value, sql`${place} = 1`, aggregation)
}

export const first: WriteAggregate = (aggregation) => byMoment(aggregation, false)
export const last: WriteAggregate = (aggregation) => byMoment(aggregation, true)

/** The value at the first or last moment; the smallest of several. Ignores rows where either is null. */
function byMoment(aggregation: Aggregation, isLast: boolean): Sql {
  const { by, keys, passes, places, writing } = aggregation
  const term = termOf(aggregation)
  if (!by) throw new Error('First and last by which column?')
  const known = every([...(passes ? [passes] : []), sql`${term.sql} IS NOT NULL`, sql`${by.sql} IS NOT NULL`])
  const counts = places.add(0, sql`CASE WHEN ${known} THEN 1 ELSE 0 END`, 'counts')
  const order = sql`${counts} DESC, ${ordered(by, isLast, writing.dialect)}, ${ordered(term, false, writing.dialect)}`
  const place = places.add(1, sql`ROW_NUMBER() ${over(keys, order)}`, 'place')
  return onlyOne(term, sql`${place} = 1 AND ${counts} = 1`, aggregation)
}

/** The value of the one row per group that satisfies a condition. */
function onlyOne({ sql: value, type }: Term, holds: Sql, { writing: { dialect } }: Aggregation): Sql {
  const isBoolean = type === 'boolean'
  const written = sql`MAX(CASE WHEN ${holds} THEN ${isBoolean ? numberOfBoolean(value, dialect) : value} END)`
  return isBoolean ? booleanOfNumber(written, dialect) : written
}
