import { type Sql, sql } from '../sql.ts'
import type { Dialect } from './dialect.ts'
import { standard } from './standard.ts'
import { backtickedEscaping, dateText, escapedText, literals, namesUpTo, timestampText } from './values.ts'

const real = (number: Sql): Sql => sql`toFloat64(${number})`
const types = { text: 'String', number: 'Float64', boolean: 'Bool', date: 'Date32', timestamp: "DateTime64(3, 'UTC')" }
const numbers = {
  year: sql`toYear`,
  month: sql`toMonth`,
  day: sql`toDayOfMonth`,
  dayOfYear: sql`toDayOfYear`,
  dayOfWeek: sql`toDayOfWeek`,
}

/**
 * ClickHouse 23.8 and later. Requires the settings `aggregate_functions_null_for_empty`, `join_use_nulls` and
 * `prefer_column_name_to_alias` to be 1; otherwise an empty sum is 0 and an unmatched row has no nulls.
 */
export const clickhouse: Dialect = {
  ...standard,
  title: 'ClickHouse',
  quote: backtickedEscaping,
  canName: namesUpTo(300),
  placeholder: (position, kind) => `{p${position}:${types[kind]}}`,
  literal: literals({
    text: (of) => escapedText(String(of)),
    boolean: (of) => (of === true ? 'true' : 'false'),
    date: (at) => `toDate32('${dateText(at)}')`,
    timestamp: (at) => `toDateTime64('${timestampText(at)}', 3, 'UTC')`,
  }),
  text: {
    ...standard.text,
    lower: (text) => sql`lowerUTF8(${text})`,
    replace: (text, part, by) => sql`replaceAll(${text}, ${part}, ${by})`,
    position: (text, part) => sql`position(${text}, ${part})`,
    last: (text, characters) => sql`rightUTF8(${text}, ${characters})`,
  },
  numbers: {
    real,
    whole: (number) => sql`toInt64(${number})`,
    floor: (number) => sql`floor(${number})`,
    remainder: (number, by) => sql`${number} % ${by}`,
    squareRoot: (number) => sql`sqrt(${number})`,
  },
  moments: {
    read: (column, stored) =>
      stored === 'milliseconds'
        ? sql`fromUnixTimestamp64Milli(${column}, 'UTC')`
        : sql`toDateTime64(${column}, 3, 'UTC')`,
    readDate: (column) => sql`toDate32(${column})`,
    dateOf: (timestamp) => sql`toDate32(${timestamp})`,
    timestampOf: (date) => sql`toDateTime64(${date}, 3, 'UTC')`,
    addSeconds: (timestamp, seconds) => sql`addSeconds(${timestamp}, ${seconds})`,
    addDays: (date, days) => sql`addDays(${date}, ${days})`,
    addMonths: (date, months) => sql`addMonths(${date}, ${months})`,
    firstOfMonth: (date) => sql`addDays(${date}, 1 - toDayOfMonth(${date}))`,
    startOfHour: (timestamp) => sql`toDateTime64(toStartOfInterval(${timestamp}, INTERVAL 1 HOUR), 3, 'UTC')`,
    number: (date, which) => sql`${numbers[which]}(${date})`,
    hour: (timestamp) => sql`toHour(${timestamp})`,
    milliseconds: (timestamp) => sql`toUnixTimestamp64Milli(${timestamp})`,
  },
  aggregates: {
    hasFilter: true,
    sum: (number) => sql`sum(${real(number)})`,
    mean: (number) => sql`avg(${real(number)})`,
    variance: (number) => sql`varSampStable(${real(number)})`,
    quantile: null,
  },
}
