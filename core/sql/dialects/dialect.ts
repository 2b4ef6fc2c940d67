import type { Scalar } from '../../query/filter.ts'
import type { ColumnType } from '../../table/table.ts'
import type { Sql, ValueKind } from '../sql.ts'

/** Which number of a date: its year, its month from 1, its day of month, of year, and of the week, 1 for Monday. */
type DateNumber = 'year' | 'month' | 'day' | 'dayOfYear' | 'dayOfWeek'

/** How a column of moments is kept: as the database's own type without a zone, as one with a zone, or as a number. */
export type StoredMoment = 'native' | 'instant' | 'milliseconds'

/**
 * Moments as a query works with them: `date` and `timestamp` of the database's own, the latter in UTC and without a
 * zone. Whole numbers are SQL too, and may be negative.
 */
type MomentSql = {
  /** A stored column as a timestamp in UTC. */
  readonly read: (column: Sql, stored: StoredMoment) => Sql
  readonly readDate: (column: Sql) => Sql
  readonly dateOf: (timestamp: Sql) => Sql
  readonly timestampOf: (date: Sql) => Sql
  readonly addSeconds: (timestamp: Sql, seconds: Sql) => Sql
  readonly addDays: (date: Sql, days: Sql) => Sql
  /** Of the first day of a month; other days may have no counterpart. */
  readonly addMonths: (firstOfMonth: Sql, months: Sql) => Sql
  readonly firstOfMonth: (date: Sql) => Sql
  readonly startOfHour: (timestamp: Sql) => Sql
  readonly number: (date: Sql, which: DateNumber) => Sql
  /** The hour of the day, 0 to 23. */
  readonly hour: (timestamp: Sql) => Sql
  /** The milliseconds since 1970, as a number. */
  readonly milliseconds: (timestamp: Sql) => Sql
}

type TextSql = {
  /** A stored column so that `=`, GROUP BY and DISTINCT tell texts apart by their code points. */
  readonly read: (column: Sql) => Sql
  /** Text as `read` gives it, as text that a driver hands out. */
  readonly show: (text: Sql) => Sql
  /** Text so that `<`, MIN and ORDER BY go by code points. */
  readonly order: (text: Sql) => Sql
  readonly lower: (text: Sql) => Sql
  /** Does `lower` know no letters but A to Z? */
  readonly lowersOnlyAscii: boolean
  readonly replace: (text: Sql, part: Sql, by: Sql) => Sql
  /** Where a part stands in a text, from 1; 0 where it does not. */
  readonly position: (text: Sql, part: Sql) => Sql
  /** The last characters of a text; all of them where it has fewer. */
  readonly last: (text: Sql, characters: Sql) => Sql
}

type NumberSql = {
  /** As a 64-bit float: never an integer's division, never an overflow. */
  readonly real: (number: Sql) => Sql
  readonly whole: (number: Sql) => Sql
  readonly floor: (number: Sql) => Sql
  /** Of whole numbers from 0. */
  readonly remainder: (number: Sql, by: Sql) => Sql
  readonly squareRoot: (number: Sql) => Sql
}

type AggregateSql = {
  /** Can an aggregate be followed by FILTER (WHERE …)? */
  readonly hasFilter: boolean
  /** Without overflow; null where there is nothing to add. */
  readonly sum: (number: Sql, type: ColumnType) => Sql
  readonly mean: (number: Sql) => Sql
  /** Of a sample; null of one value. Without it, it is computed from deviations to the mean. */
  readonly variance: ((number: Sql) => Sql) | null
  /** By linear interpolation; without it, it is computed from the values' places in order. */
  readonly quantile: ((number: Sql, quantile: Sql) => Sql) | null
}

/** One database's way of saying things: everything that `core/sql` writes differently for it. */
export type Dialect = {
  readonly title: string
  readonly quote: (name: string) => string
  /** Can a column be called so? Otherwise it is called by its place. */
  readonly canName: (name: string) => boolean
  /** What stands for the value at a position, from 1. */
  readonly placeholder: (position: number, kind: ValueKind) => string
  /** A value as its driver takes it. */
  readonly bound: (value: Scalar, kind: ValueKind) => string | number | boolean
  /** A value written into the text, escaped. */
  readonly literal: (value: Scalar, kind: ValueKind) => string
  /** Are there values that are true or false? Otherwise they are 1 and 0, and a condition is no value. */
  readonly hasBooleans: boolean
  /** Can ORDER BY say NULLS LAST? */
  readonly hasNullsLast: boolean
  /** Can one SELECT hold windows over different rows, or orders? Otherwise each stands in a layer of its own. */
  readonly mixesWindows: boolean
  /** Equal, or both null. */
  readonly same: (left: Sql, right: Sql) => Sql
  readonly limit: (limit: number, offset: number) => Sql
  readonly text: TextSql
  readonly numbers: NumberSql
  readonly moments: MomentSql
  readonly aggregates: AggregateSql
}
