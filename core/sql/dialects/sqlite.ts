import { type Sql, sql } from '../sql.ts'
import type { Dialect } from './dialect.ts'
import { standard } from './standard.ts'
import { booleanNumber, boundNumber, dateText, literals, standardText, timestampText } from './values.ts'

const formats = {
  year: sql`'%Y'`,
  month: sql`'%m'`,
  day: sql`'%d'`,
  dayOfYear: sql`'%j'`,
  dayOfWeek: sql`'%w'`,
}
const whole = (number: Sql): Sql => sql`CAST(${number} AS INTEGER)`
const real = (number: Sql): Sql => sql`CAST(${number} AS REAL)`

/** SQLite 3.39 and later. Moments are ISO text; `lower` handles A to Z only. */
export const sqlite: Dialect = {
  ...standard,
  title: 'SQLite',
  bound: boundNumber,
  literal: literals({
    boolean: booleanNumber,
    date: (at) => standardText(dateText(at)),
    timestamp: (at) => standardText(timestampText(at)),
  }),
  hasBooleans: false,
  same: (left, right) => sql`${left} IS ${right}`,
  text: {
    ...standard.text,
    lowersOnlyAscii: true,
    position: (text, part) => sql`INSTR(${text}, ${part})`,
    last: (text, characters) => sql`SUBSTR(${text}, -${characters})`,
  },
  numbers: {
    real,
    whole,
    floor: (number) => sql`(${whole(number)} - (${number} < ${whole(number)}))`,
    remainder: (number, by) => sql`${number} % ${by}`,
    squareRoot: (number) => sql`SQRT(${number})`,
  },
  moments: {
    read: (column, stored) =>
      stored === 'milliseconds'
        ? sql`strftime('%Y-%m-%d %H:%M:%f', ${column} / 1000.0, 'unixepoch')`
        : sql`strftime('%Y-%m-%d %H:%M:%f', ${column})`,
    readDate: (column) => sql`date(${column})`,
    dateOf: (timestamp) => sql`date(${timestamp})`,
    timestampOf: (date) => sql`strftime('%Y-%m-%d %H:%M:%f', ${date})`,
    addSeconds: (timestamp, seconds) => sql`strftime('%Y-%m-%d %H:%M:%f', ${timestamp}, (${seconds}) || ' seconds')`,
    addDays: (date, days) => sql`date(${date}, (${days}) || ' days')`,
    addMonths: (date, months) => sql`date(${date}, (${months}) || ' months')`,
    firstOfMonth: (date) => sql`date(${date}, 'start of month')`,
    startOfHour: (timestamp) => sql`strftime('%Y-%m-%d %H:00:00.000', ${timestamp})`,
    number: (date, which) => {
      const number = whole(sql`strftime(${formats[which]}, ${date})`)
      return which === 'dayOfWeek' ? sql`((${number} + 6) % 7 + 1)` : number
    },
    hour: (timestamp) => whole(sql`strftime('%H', ${timestamp})`),
    milliseconds: (timestamp) => sql`CAST(ROUND((julianday(${timestamp}) - 2440587.5) * 86400000) AS INTEGER)`,
  },
  aggregates: {
    hasFilter: true,
    sum: (number) => sql`SUM(${real(number)})`,
    mean: (number) => sql`AVG(${number})`,
    variance: null,
    quantile: null,
  },
}
