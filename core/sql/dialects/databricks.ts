import { type Sql, sql } from '../sql.ts'
import type { Dialect } from './dialect.ts'
import { standard } from './standard.ts'
import { backticked, escapedText, literals, namesUpTo, timestampText } from './values.ts'

const real = (number: Sql): Sql => sql`CAST(${number} AS DOUBLE)`
const placeholders = {
  text: '?',
  number: 'CAST(? AS DOUBLE)',
  boolean: '?',
  date: 'CAST(? AS DATE)',
  timestamp: 'CAST(? AS TIMESTAMP_NTZ)',
}
const numbers = { year: sql`year`, month: sql`month`, day: sql`dayofmonth`, dayOfYear: sql`dayofyear` }

/** Databricks SQL. TIMESTAMP_NTZ is our timestamp without a zone. */
export const databricks: Dialect = {
  ...standard,
  title: 'Databricks',
  quote: backticked,
  canName: namesUpTo(255),
  placeholder: (_, kind) => placeholders[kind],
  literal: literals({
    text: (of) => escapedText(String(of)),
    timestamp: (at) => `TIMESTAMP_NTZ '${timestampText(at)}'`,
  }),
  same: (left, right) => sql`${left} <=> ${right}`,
  text: { ...standard.text, position: (text, part) => sql`instr(${text}, ${part})` },
  numbers: { ...standard.numbers, real },
  moments: {
    read: (column, stored) => {
      if (stored === 'native') return column
      const instant = stored === 'instant' ? column : sql`timestamp_millis(${column})`
      return sql`to_utc_timestamp(${instant}, current_timezone())`
    },
    readDate: (column) => column,
    dateOf: (timestamp) => sql`CAST(${timestamp} AS DATE)`,
    timestampOf: (date) => sql`CAST(${date} AS TIMESTAMP_NTZ)`,
    addSeconds: (timestamp, seconds) => sql`(${timestamp} + make_dt_interval(0, 0, 0, ${seconds}))`,
    addDays: (date, days) => sql`date_add(${date}, CAST(${days} AS INT))`,
    addMonths: (date, months) => sql`add_months(${date}, CAST(${months} AS INT))`,
    firstOfMonth: (date) => sql`trunc(${date}, 'MM')`,
    startOfHour: (timestamp) => sql`date_trunc('HOUR', ${timestamp})`,
    number: (date, which) => (which === 'dayOfWeek' ? sql`(weekday(${date}) + 1)` : sql`${numbers[which]}(${date})`),
    hour: (timestamp) => sql`hour(${timestamp})`,
    milliseconds: (timestamp) =>
      sql`(timestampdiff(MICROSECOND, TIMESTAMP_NTZ '1970-01-01 00:00:00', ${timestamp}) / 1000)`,
  },
  aggregates: {
    hasFilter: true,
    sum: (number) => sql`SUM(${real(number)})`,
    mean: (number) => sql`AVG(${number})`,
    variance: (number) => sql`VAR_SAMP(${number})`,
    quantile: (number, quantile) => sql`PERCENTILE(${real(number)}, ${quantile})`,
  },
}
