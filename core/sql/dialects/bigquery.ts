import { type Sql, sql } from '../sql.ts'
import type { Dialect } from './dialect.ts'
import { standard } from './standard.ts'
import { backtickedEscaping, escapedText, literals, namesUpTo, timestampText } from './values.ts'

const real = (number: Sql): Sql => sql`CAST(${number} AS FLOAT64)`
const placeholders = {
  text: '?',
  number: '?',
  boolean: '?',
  date: 'CAST(? AS DATE)',
  timestamp: 'CAST(? AS DATETIME)',
}
const numbers = {
  year: sql`YEAR`,
  month: sql`MONTH`,
  day: sql`DAY`,
  dayOfYear: sql`DAYOFYEAR`,
  dayOfWeek: sql`DAYOFWEEK`,
}

/** BigQuery. DATETIME is our timestamp without a zone; TIMESTAMP is an instant. */
export const bigquery: Dialect = {
  ...standard,
  title: 'BigQuery',
  quote: backtickedEscaping,
  canName: namesUpTo(300, /[\0!"$()*,./;?@[\\\]^`{}~]/),
  placeholder: (_, kind) => placeholders[kind],
  literal: literals({
    text: (of) => escapedText(String(of)),
    timestamp: (at) => `DATETIME '${timestampText(at)}'`,
  }),
  numbers: { ...standard.numbers, real, whole: (number) => sql`CAST(${number} AS INT64)` },
  moments: {
    read: (column, stored) => {
      if (stored === 'instant') return sql`DATETIME(${column}, 'UTC')`
      return stored === 'native' ? column : sql`DATETIME(TIMESTAMP_MILLIS(${column}), 'UTC')`
    },
    readDate: (column) => column,
    dateOf: (timestamp) => sql`DATE(${timestamp})`,
    timestampOf: (date) => sql`DATETIME(${date})`,
    addSeconds: (timestamp, seconds) => sql`DATETIME_ADD(${timestamp}, INTERVAL ${seconds} SECOND)`,
    addDays: (date, days) => sql`DATE_ADD(${date}, INTERVAL ${days} DAY)`,
    addMonths: (date, months) => sql`DATE_ADD(${date}, INTERVAL ${months} MONTH)`,
    firstOfMonth: (date) => sql`DATE_TRUNC(${date}, MONTH)`,
    startOfHour: (timestamp) => sql`DATETIME_TRUNC(${timestamp}, HOUR)`,
    number: (date, which) => {
      const number = sql`EXTRACT(${numbers[which]} FROM ${date})`
      return which === 'dayOfWeek' ? sql`(MOD(${number} + 5, 7) + 1)` : number
    },
    hour: (timestamp) => sql`EXTRACT(HOUR FROM ${timestamp})`,
    milliseconds: (timestamp) => sql`UNIX_MILLIS(TIMESTAMP(${timestamp}, 'UTC'))`,
  },
  aggregates: {
    hasFilter: false,
    sum: (number) => sql`SUM(${real(number)})`,
    mean: (number) => sql`AVG(${real(number)})`,
    variance: (number) => sql`VAR_SAMP(${real(number)})`,
    quantile: null,
  },
}
