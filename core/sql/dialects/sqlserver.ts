import { type Sql, sql } from '../sql.ts'
import type { Dialect } from './dialect.ts'
import { offsetFetch, sameByHand, standard } from './standard.ts'
import { booleanNumber, boundNumber, dateText, literals, namesUpTo, standardText, timestampText } from './values.ts'

const real = (number: Sql): Sql => sql`CAST(${number} AS float)`
const types = { text: 'nvarchar(max)', number: 'float', boolean: 'bit', date: 'date', timestamp: 'datetime2(3)' }
const day = sql`DATEDIFF(day, '19000101', `
const parts = { year: sql`year`, month: sql`month`, day: sql`day`, dayOfYear: sql`dayofyear` }

/**
 * SQL Server 2019 and later. Texts are compared as UTF-8 bytes, except trailing blanks: `=` pads the shorter text.
 * Conditions are not values.
 */
export const sqlserver: Dialect = {
  ...standard,
  title: 'SQL Server',
  quote: (name) => `[${name.replaceAll(']', ']]')}]`,
  canName: namesUpTo(128),
  placeholder: (position, kind) => `CAST(@p${position} AS ${types[kind]})`,
  bound: boundNumber,
  literal: literals({
    text: (of) => `N${standardText(String(of))}`,
    boolean: booleanNumber,
    date: (at) => `CAST('${dateText(at)}' AS date)`,
    timestamp: (at) => `CAST('${timestampText(at)}' AS datetime2(3))`,
  }),
  hasBooleans: false,
  hasNullsLast: false,
  same: sameByHand,
  limit: offsetFetch,
  text: {
    ...standard.text,
    read: (column) => sql`CAST(${column} COLLATE Latin1_General_100_BIN2_UTF8 AS varchar(max))`,
    position: (text, part) => sql`CHARINDEX(${part}, ${text})`,
  },
  numbers: {
    real,
    whole: (number) => sql`CAST(${number} AS bigint)`,
    floor: (number) => sql`FLOOR(${number})`,
    remainder: (number, by) => sql`${number} % ${by}`,
    squareRoot: (number) => sql`SQRT(${number})`,
  },
  moments: {
    read: (column, stored) => {
      if (stored === 'instant') return sql`CAST(${column} AT TIME ZONE 'UTC' AS datetime2(3))`
      if (stored === 'native') return column
      return sql`DATEADD(millisecond, ${column} % 86400000, DATEADD(day, ${column} / 86400000, CAST('1970-01-01' AS datetime2(3))))`
    },
    readDate: (column) => column,
    dateOf: (timestamp) => sql`CAST(${timestamp} AS date)`,
    timestampOf: (date) => sql`CAST(${date} AS datetime2(3))`,
    addSeconds: (timestamp, seconds) => sql`DATEADD(second, ${seconds}, ${timestamp})`,
    addDays: (date, days) => sql`DATEADD(day, ${days}, ${date})`,
    addMonths: (date, months) => sql`DATEADD(month, ${months}, ${date})`,
    firstOfMonth: (date) => sql`DATEADD(day, 1 - DAY(${date}), ${date})`,
    startOfHour: (timestamp) =>
      sql`DATEADD(hour, DATEPART(hour, ${timestamp}), CAST(CAST(${timestamp} AS date) AS datetime2(3)))`,
    number: (date, which) =>
      which === 'dayOfWeek' ? sql`((${day}${date}) % 7 + 7) % 7 + 1)` : sql`DATEPART(${parts[which]}, ${date})`,
    hour: (timestamp) => sql`DATEPART(hour, ${timestamp})`,
    milliseconds: (timestamp) => sql`DATEDIFF_BIG(millisecond, '19700101', ${timestamp})`,
  },
  aggregates: {
    hasFilter: false,
    sum: (number) => sql`SUM(${real(number)})`,
    mean: (number) => sql`AVG(${real(number)})`,
    variance: (number) => sql`VAR(${real(number)})`,
    quantile: null,
  },
}
