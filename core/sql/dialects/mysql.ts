import { type Sql, sql } from '../sql.ts'
import type { Dialect } from './dialect.ts'
import { standard } from './standard.ts'
import { backticked, boundNumber, booleanNumber, literals, namesUpTo } from './values.ts'

const real = (number: Sql): Sql => sql`CAST(${number} AS DOUBLE)`
const whole = (number: Sql): Sql => sql`CAST(${number} AS SIGNED)`
const letters = (text: Sql): Sql => sql`CONVERT(${text} USING utf8mb4)`
const binary = (text: Sql): Sql => sql`CAST(${text} AS BINARY)`
const placeholders = {
  text: 'CAST(? AS BINARY)',
  number: 'CAST(? AS DOUBLE)',
  boolean: '?',
  date: 'CAST(? AS DATE)',
  timestamp: 'CAST(? AS DATETIME(3))',
}
const numbers = { year: sql`YEAR`, month: sql`MONTH`, day: sql`DAYOFMONTH`, dayOfYear: sql`DAYOFYEAR` }

/**
 * MySQL 8 and later, and MariaDB 10.4 and later. Texts are compared as bytes, because the collations equate `a` with
 * `Á` and `a `. With several windows in one SELECT, MariaDB 10.11 computes some over the wrong rows.
 */
export const mysql: Dialect = {
  ...standard,
  title: 'MySQL and MariaDB',
  quote: backticked,
  canName: namesUpTo(64),
  placeholder: (_, kind) => placeholders[kind],
  bound: boundNumber,
  literal: literals({
    boolean: booleanNumber,
    text: (of) => `CAST('${String(of).replaceAll('\\', '\\\\').replaceAll("'", "''")}' AS BINARY)`,
  }),
  hasBooleans: false,
  hasNullsLast: false,
  mixesWindows: false,
  same: (left, right) => sql`${left} <=> ${right}`,
  text: {
    read: binary,
    show: letters,
    order: (text) => text,
    lower: (text) => binary(sql`LOWER(${letters(text)})`),
    lowersOnlyAscii: false,
    replace: (text, part, by) => sql`REPLACE(${text}, ${part}, ${by})`,
    position: (text, part) => sql`INSTR(${text}, ${part})`,
    last: (text, characters) => binary(sql`RIGHT(${letters(text)}, ${characters})`),
  },
  numbers: { ...standard.numbers, real, whole },
  moments: {
    read: (column, stored) =>
      stored === 'milliseconds'
        ? sql`(TIMESTAMP '1970-01-01 00:00:00.000' + INTERVAL ${column} * 1000 MICROSECOND)`
        : column,
    readDate: (column) => column,
    dateOf: (timestamp) => sql`DATE(${timestamp})`,
    timestampOf: (date) => sql`CAST(${date} AS DATETIME(3))`,
    addSeconds: (timestamp, seconds) => sql`(${timestamp} + INTERVAL (${seconds}) SECOND)`,
    addDays: (date, days) => sql`(${date} + INTERVAL (${days}) DAY)`,
    addMonths: (date, months) => sql`(${date} + INTERVAL (${months}) MONTH)`,
    firstOfMonth: (date) => sql`(${date} - INTERVAL (DAYOFMONTH(${date}) - 1) DAY)`,
    startOfHour: (timestamp) => sql`CAST(DATE_FORMAT(${timestamp}, '%Y-%m-%d %H:00:00') AS DATETIME(3))`,
    number: (date, which) => (which === 'dayOfWeek' ? sql`(WEEKDAY(${date}) + 1)` : sql`${numbers[which]}(${date})`),
    hour: (timestamp) => sql`HOUR(${timestamp})`,
    milliseconds: (timestamp) => sql`(TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', ${timestamp}) / 1000)`,
  },
  aggregates: {
    hasFilter: false,
    sum: (number, type) => sql`SUM(${type === 'integer' ? number : real(number)})`,
    mean: (number) => sql`AVG(${real(number)})`,
    variance: (number) => sql`VAR_SAMP(${real(number)})`,
    quantile: null,
  },
}
