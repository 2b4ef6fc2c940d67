import { sql } from '../sql.ts'
import type { Dialect } from './dialect.ts'
import { standard } from './standard.ts'
import { namesUpTo } from './values.ts'

const types = { text: 'text', number: 'double precision', boolean: 'boolean', date: 'date', timestamp: 'timestamp' }
const numbers = { year: sql`YEAR`, month: sql`MONTH`, day: sql`DAY`, dayOfYear: sql`DOY`, dayOfWeek: sql`ISODOW` }
const real: (typeof standard.numbers)['real'] = (number) => sql`CAST(${number} AS double precision)`

/** PostgreSQL 11 and later. Lower case uses ICU, for letters of every language. */
export const postgres: Dialect = {
  ...standard,
  title: 'PostgreSQL',
  canName: namesUpTo(63),
  placeholder: (position, kind) => `CAST($${position} AS ${types[kind]})`,
  text: {
    ...standard.text,
    order: (text) => sql`(${text} COLLATE "C")`,
    lower: (text) => sql`LOWER(${text} COLLATE "und-x-icu")`,
  },
  numbers: {
    ...standard.numbers,
    real,
  },
  moments: {
    read: (column, stored) => {
      if (stored === 'instant') return sql`(${column} AT TIME ZONE 'UTC')`
      return stored === 'native' ? column : sql`(TIMESTAMP '1970-01-01' + ${column} * INTERVAL '1 millisecond')`
    },
    readDate: (column) => column,
    dateOf: (timestamp) => sql`CAST(${timestamp} AS date)`,
    timestampOf: (date) => sql`CAST(${date} AS timestamp)`,
    addSeconds: (timestamp, seconds) => sql`${timestamp} + (${seconds}) * INTERVAL '1 second'`,
    addDays: (date, days) => sql`${date} + CAST(${days} AS integer)`,
    addMonths: (date, months) => sql`CAST(${date} + (${months}) * INTERVAL '1 month' AS date)`,
    firstOfMonth: (date) => sql`CAST(date_trunc('month', ${date}) AS date)`,
    startOfHour: (timestamp) => sql`date_trunc('hour', ${timestamp})`,
    number: (date, which) => sql`CAST(EXTRACT(${numbers[which]} FROM ${date}) AS integer)`,
    hour: (timestamp) => sql`CAST(EXTRACT(HOUR FROM ${timestamp}) AS integer)`,
    milliseconds: (timestamp) => sql`CAST(EXTRACT(EPOCH FROM ${timestamp}) * 1000 AS double precision)`,
  },
  aggregates: {
    hasFilter: true,
    sum: (number, type) => sql`SUM(${type === 'integer' ? number : real(number)})`,
    mean: (number) => sql`AVG(${real(number)})`,
    variance: (number) => sql`VAR_SAMP(${real(number)})`,
    quantile: (number, quantile) => sql`PERCENTILE_CONT(${quantile}) WITHIN GROUP (ORDER BY ${number})`,
  },
}
