import { sql } from '../sql.ts'
import type { Dialect } from './dialect.ts'
import { standard } from './standard.ts'

const placeholders = {
  text: '?',
  number: '?',
  boolean: '?',
  date: 'CAST(? AS DATE)',
  timestamp: 'CAST(? AS TIMESTAMP)',
}
const numbers = { year: sql`YEAR`, month: sql`MONTH`, day: sql`DAY`, dayOfYear: sql`DAYOFYEAR`, dayOfWeek: sql`ISODOW` }

/**
 * DuckDB, native and WebAssembly. Its `lower` maps letters one by one. Sorting by `date_trunc` is avoided: DuckDB
 * 0.9.1 assumes that its result is never null.
 */
export const duckdb: Dialect = {
  ...standard,
  title: 'DuckDB',
  placeholder: (_, kind) => placeholders[kind],
  numbers: { ...standard.numbers, remainder: (number, by) => sql`${number} % ${by}` },
  moments: {
    read: (column, stored) => {
      if (stored === 'instant') return sql`CAST(epoch_ms(epoch_ms(${column})) AS TIMESTAMP)`
      return stored === 'native' ? column : sql`epoch_ms(CAST(${column} AS BIGINT))`
    },
    readDate: (column) => column,
    dateOf: (timestamp) => sql`CAST(${timestamp} AS DATE)`,
    timestampOf: (date) => sql`CAST(${date} AS TIMESTAMP)`,
    addSeconds: (timestamp, seconds) => sql`${timestamp} + to_seconds(${seconds})`,
    // DuckDB 0.9.1 loses the type of a null that results from an addition.
    addDays: (date, days) => sql`CAST(${date} + CAST(${days} AS INTEGER) AS DATE)`,
    addMonths: (date, months) => sql`CAST(${date} + to_months(CAST(${months} AS INTEGER)) AS DATE)`,
    firstOfMonth: (date) => sql`make_date(YEAR(${date}), MONTH(${date}), 1)`,
    startOfHour: (timestamp) => sql`time_bucket(INTERVAL '1 hour', ${timestamp})`,
    number: (date, which) => sql`${numbers[which]}(${date})`,
    hour: (timestamp) => sql`HOUR(${timestamp})`,
    milliseconds: (timestamp) => sql`epoch_ms(${timestamp})`,
  },
  aggregates: {
    hasFilter: true,
    sum: (number) => sql`SUM(${number})`,
    mean: (number) => sql`AVG(${number})`,
    variance: (number) => sql`VAR_SAMP(${number})`,
    quantile: (number, quantile) => sql`QUANTILE_CONT(${number}, ${quantile})`,
  },
}
