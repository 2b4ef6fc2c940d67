import { sql } from '../sql.ts'
import type { Dialect } from './dialect.ts'
import { standard } from './standard.ts'
import { dateText, escapedText, literals, namesUpTo, timestampText } from './values.ts'

const placeholders = {
  text: '?',
  number: 'CAST(? AS DOUBLE)',
  boolean: '?',
  date: 'CAST(? AS DATE)',
  timestamp: 'CAST(? AS TIMESTAMP_NTZ)',
}
const numbers = {
  year: sql`YEAR`,
  month: sql`MONTH`,
  day: sql`DAYOFMONTH`,
  dayOfYear: sql`DAYOFYEAR`,
  dayOfWeek: sql`DAYOFWEEKISO`,
}

/** Snowflake. Names are always quoted, which makes them case-sensitive. */
export const snowflake: Dialect = {
  ...standard,
  title: 'Snowflake',
  canName: namesUpTo(255),
  placeholder: (_, kind) => placeholders[kind],
  literal: literals({
    text: (of) => escapedText(String(of)),
    date: (at) => `CAST('${dateText(at)}' AS DATE)`,
    timestamp: (at) => `CAST('${timestampText(at)}' AS TIMESTAMP_NTZ)`,
  }),
  text: { ...standard.text, position: (text, part) => sql`POSITION(${part}, ${text})` },
  moments: {
    read: (column, stored) => {
      if (stored === 'instant') return sql`CAST(CONVERT_TIMEZONE('UTC', ${column}) AS TIMESTAMP_NTZ)`
      return stored === 'native' ? column : sql`TO_TIMESTAMP_NTZ(${column}, 3)`
    },
    readDate: (column) => column,
    dateOf: (timestamp) => sql`CAST(${timestamp} AS DATE)`,
    timestampOf: (date) => sql`CAST(${date} AS TIMESTAMP_NTZ)`,
    addSeconds: (timestamp, seconds) => sql`DATEADD(second, ${seconds}, ${timestamp})`,
    addDays: (date, days) => sql`DATEADD(day, ${days}, ${date})`,
    addMonths: (date, months) => sql`DATEADD(month, ${months}, ${date})`,
    firstOfMonth: (date) => sql`DATE_TRUNC('month', ${date})`,
    startOfHour: (timestamp) => sql`DATE_TRUNC('hour', ${timestamp})`,
    number: (date, which) => sql`${numbers[which]}(${date})`,
    hour: (timestamp) => sql`HOUR(${timestamp})`,
    milliseconds: (timestamp) => sql`DATE_PART(epoch_millisecond, ${timestamp})`,
  },
  aggregates: {
    ...standard.aggregates,
    variance: (number) => sql`VAR_SAMP(${standard.numbers.real(number)})`,
  },
}
