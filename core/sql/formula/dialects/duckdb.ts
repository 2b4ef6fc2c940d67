import { sql } from '../../sql.ts'
import type { Own } from '../own.ts'
import { common, datePattern } from './common.ts'

const blanks = sql`' ' || chr(9) || chr(10) || chr(13)`

export const duckdb: Own = {
  ...common,
  finite: (number) => sql`NULLIF(NULLIF(NULLIF(${number}, 'inf'::DOUBLE), '-inf'::DOUBLE), 'nan'::DOUBLE)`,
  trim: (text) => sql`TRIM(${text}, ${blanks})`,
  // DuckDB 0.9.1 treats null as empty text here.
  splitPart: (text, separator, part) =>
    sql`CASE WHEN ${text} IS NOT NULL AND ${separator} IS NOT NULL THEN SPLIT_PART(${text}, ${separator}, ${part}) END`,
  addMonths: (date, months) => sql`CAST(${date} + to_months(CAST(${months} AS INTEGER)) AS DATE)`,
  hasFarDates: true,
  isNumberText: (text) => sql`regexp_full_match(${text}, '[ \t\r\n]*-?[0-9]+([.][0-9]+)?[ \t\r\n]*')`,
  isDateText: (text) => sql`regexp_matches(${text}, ${datePattern})`,
  // TRY_CAST, because DuckDB evaluates constants before the CASE that guards them.
  numberOfText: (text) => sql`TRY_CAST(TRIM(${text}, ${blanks}) AS DOUBLE)`,
  dateOfText: { kind: 'tried', date: (text) => sql`CASE WHEN ${text} >= '0001' THEN TRY_CAST(${text} AS DATE) END` },
  textOfNumber: (number) => sql`regexp_replace(printf('%.6f', ${number}), '[.]?0+$', '')`,
  textOfWhole: (number) => sql`CAST(CAST(${number} AS HUGEINT) AS VARCHAR)`,
  textOfDate: (date) => sql`strftime(${date}, '%Y-%m-%d')`,
  textOfTimestamp: (timestamp) => sql`strftime(${timestamp}, '%Y-%m-%d %H:%M:%S')`,
}
