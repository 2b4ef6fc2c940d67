import { sql } from '../../sql.ts'
import type { Own } from '../own.ts'
import { common, datePattern } from './common.ts'

const blanks = sql`' ' || chr(9) || chr(10) || chr(13)`

export const duckdb: Own = {
  ...common,
  finite: (number) => sql`NULLIF(NULLIF(NULLIF(${number}, 'inf'::DOUBLE), '-inf'::DOUBLE), 'nan'::DOUBLE)`,
  trim: (text) => sql`TRIM(${text}, ${blanks})`,
  addMonths: (date, months) => sql`CAST(${date} + to_months(CAST(${months} AS INTEGER)) AS DATE)`,
  hasFarDates: true,
  isNumberText: (text) => sql`regexp_full_match(${text}, '[ \t\r\n]*-?[0-9]+([.][0-9]+)?[ \t\r\n]*')`,
  isDateText: (text) => sql`regexp_matches(${text}, ${datePattern})`,
  numberOfText: (text) => sql`CAST(TRIM(${text}, ${blanks}) AS DOUBLE)`,
  wholeOfText: (text) => sql`CAST(${text} AS INTEGER)`,
  textOfNumber: (number) => sql`regexp_replace(printf('%.6f', ${number}), '[.]?0+$', '')`,
  textOfWhole: (number) => sql`CAST(CAST(${number} AS HUGEINT) AS VARCHAR)`,
  textOfDate: (date) => sql`strftime(${date}, '%Y-%m-%d')`,
  textOfTimestamp: (timestamp) => sql`strftime(${timestamp}, '%Y-%m-%d %H:%M:%S')`,
}
