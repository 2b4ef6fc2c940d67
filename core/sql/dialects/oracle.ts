import { sql } from '../sql.ts'
import type { Dialect } from './dialect.ts'
import { offsetFetch, sameByHand, standard } from './standard.ts'
import { booleanNumber, boundNumber, literals, namesUpTo } from './values.ts'

const casts = {
  text: (at: string) => at,
  number: (at: string) => `CAST(${at} AS BINARY_DOUBLE)`,
  boolean: (at: string) => at,
  date: (at: string) => `TO_DATE(${at}, 'YYYY-MM-DD')`,
  timestamp: (at: string) => `TO_TIMESTAMP(${at}, 'YYYY-MM-DD HH24:MI:SS.FF3')`,
}

/** Oracle 12.2 and later. Empty text is null. Conditions are not values. */
export const oracle: Dialect = {
  ...standard,
  title: 'Oracle',
  canName: namesUpTo(128, /[\0"]/),
  placeholder: (position, kind) => casts[kind](`:${position}`),
  bound: boundNumber,
  literal: literals({ boolean: booleanNumber }),
  hasBooleans: false,
  same: sameByHand,
  limit: offsetFetch,
  text: {
    ...standard.text,
    order: (text) => sql`(${text} COLLATE BINARY)`,
    position: (text, part) => sql`INSTR(${text}, ${part})`,
    last: (text, characters) => sql`SUBSTR(${text}, -LEAST(LENGTH(${text}), ${characters}))`,
  },
  numbers: {
    ...standard.numbers,
    real: (number) => sql`CAST(${number} AS BINARY_DOUBLE)`,
    whole: (number) => sql`CAST(${number} AS NUMBER(38))`,
  },
  moments: {
    read: (column, stored) => {
      if (stored === 'instant') return sql`SYS_EXTRACT_UTC(${column})`
      if (stored === 'native') return column
      return sql`(TIMESTAMP '1970-01-01 00:00:00.000' + NUMTODSINTERVAL(${column} / 1000, 'SECOND'))`
    },
    readDate: (column) => column,
    dateOf: (timestamp) => sql`TRUNC(CAST(${timestamp} AS DATE))`,
    timestampOf: (date) => sql`CAST(${date} AS TIMESTAMP)`,
    addSeconds: (timestamp, seconds) => sql`(${timestamp} + NUMTODSINTERVAL(${seconds}, 'SECOND'))`,
    addDays: (date, days) => sql`(${date} + (${days}))`,
    addMonths: (date, months) => sql`ADD_MONTHS(${date}, ${months})`,
    firstOfMonth: (date) => sql`TRUNC(${date}, 'MM')`,
    startOfHour: (timestamp) => sql`CAST(TRUNC(CAST(${timestamp} AS DATE), 'HH24') AS TIMESTAMP)`,
    number: (date, which) => {
      if (which === 'dayOfWeek') return sql`(TRUNC(${date}) - TRUNC(${date}, 'IW') + 1)`
      if (which === 'dayOfYear') return sql`(TRUNC(${date}) - TRUNC(${date}, 'YYYY') + 1)`
      return sql`EXTRACT(${{ year: sql`YEAR`, month: sql`MONTH`, day: sql`DAY` }[which]} FROM ${date})`
    },
    hour: (timestamp) => sql`EXTRACT(HOUR FROM ${timestamp})`,
    milliseconds: (timestamp) =>
      sql`((TRUNC(CAST(${timestamp} AS DATE)) - DATE '1970-01-01') * 86400000 + EXTRACT(HOUR FROM ${timestamp}) * 3600000 + EXTRACT(MINUTE FROM ${timestamp}) * 60000 + EXTRACT(SECOND FROM ${timestamp}) * 1000)`,
  },
  aggregates: standard.aggregates,
}
