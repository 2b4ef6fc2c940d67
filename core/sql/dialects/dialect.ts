import type { Scalar } from '../../query/filter.ts'
import type { ColumnType } from '../../table/table.ts'
import type { Sql, ValueKind } from '../sql.ts'

/** Date parts as numbers: year, month from 1, day of month, day of year, and day of week (1 is Monday). */
type DateNumber = 'year' | 'month' | 'day' | 'dayOfYear' | 'dayOfWeek'

/**
 * Storage of a moment column: the database's type without a zone, its type with a zone, or milliseconds as a number.
 */
export type StoredMoment = 'native' | 'instant' | 'milliseconds'

/**
 * SQL for moments: `date` and `timestamp` are the database's types, timestamps in UTC without a zone. Integer
 * arguments are SQL as well and may be negative.
 */
type MomentSql = {
  /** A stored column as a UTC timestamp. */
  readonly read: (column: Sql, stored: StoredMoment) => Sql
  readonly readDate: (column: Sql) => Sql
  readonly dateOf: (timestamp: Sql) => Sql
  readonly timestampOf: (date: Sql) => Sql
  readonly addSeconds: (timestamp: Sql, seconds: Sql) => Sql
  readonly addDays: (date: Sql, days: Sql) => Sql
  /** For the first day of a month only; other days may not exist in the target month. */
  readonly addMonths: (firstOfMonth: Sql, months: Sql) => Sql
  readonly firstOfMonth: (date: Sql) => Sql
  readonly startOfHour: (timestamp: Sql) => Sql
  readonly number: (date: Sql, which: DateNumber) => Sql
  /** Hour of the day, 0 to 23. */
  readonly hour: (timestamp: Sql) => Sql
  /** Milliseconds since 1970. */
  readonly milliseconds: (timestamp: Sql) => Sql
}

type TextSql = {
  /** Makes `=`, GROUP BY and DISTINCT compare a stored column by code point. */
  readonly read: (column: Sql) => Sql
  /** Converts the text of `read` to the text a driver returns. */
  readonly show: (text: Sql) => Sql
  /** Makes `<`, MIN and ORDER BY compare by code point. */
  readonly order: (text: Sql) => Sql
  readonly lower: (text: Sql) => Sql
  /** True if `lower` handles only A to Z. */
  readonly lowersOnlyAscii: boolean
  readonly replace: (text: Sql, part: Sql, by: Sql) => Sql
  /** Position of a substring, from 1; 0 if absent. */
  readonly position: (text: Sql, part: Sql) => Sql
  /** The last characters of a text, or the whole text if it is shorter. */
  readonly last: (text: Sql, characters: Sql) => Sql
}

type NumberSql = {
  /** Converts to a 64-bit float, which avoids integer division and overflow. */
  readonly real: (number: Sql) => Sql
  readonly whole: (number: Sql) => Sql
  readonly floor: (number: Sql) => Sql
  /** For nonnegative integers. */
  readonly remainder: (number: Sql, by: Sql) => Sql
  readonly squareRoot: (number: Sql) => Sql
}

type AggregateSql = {
  /** True if aggregates support FILTER (WHERE …). */
  readonly hasFilter: boolean
  /** Sums without overflow; null for no values. */
  readonly sum: (number: Sql, type: ColumnType) => Sql
  readonly mean: (number: Sql) => Sql
  /** Sample variance, null for one value. If null, the variance is computed from deviations from the mean. */
  readonly variance: ((number: Sql) => Sql) | null
  /** Quantile by linear interpolation. If null, it is computed from row numbers. */
  readonly quantile: ((number: Sql, quantile: Sql) => Sql) | null
}

/** One database: every construct that differs between databases. */
export type Dialect = {
  readonly title: string
  readonly quote: (name: string) => string
  /** True if the database accepts the column name; otherwise the column is named by position. */
  readonly canName: (name: string) => boolean
  /** Placeholder of the value at a position, from 1. */
  readonly placeholder: (position: number, kind: ValueKind) => string
  /** A value as the driver accepts it. */
  readonly bound: (value: Scalar, kind: ValueKind) => string | number | boolean
  /** An escaped literal. */
  readonly literal: (value: Scalar, kind: ValueKind) => string
  /** True if the database has booleans; otherwise they are 1 and 0, and conditions are not values. */
  readonly hasBooleans: boolean
  /** True if ORDER BY supports NULLS LAST. */
  readonly hasNullsLast: boolean
  /** True if one SELECT may contain windows of different partitions or orders; otherwise each gets its own layer. */
  readonly mixesWindows: boolean
  /** Null-safe equality. */
  readonly same: (left: Sql, right: Sql) => Sql
  readonly limit: (limit: number, offset: number) => Sql
  readonly text: TextSql
  readonly numbers: NumberSql
  readonly moments: MomentSql
  readonly aggregates: AggregateSql
}
