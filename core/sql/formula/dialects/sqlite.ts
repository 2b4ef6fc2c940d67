import { type Sql, sql } from '../../sql.ts'
import type { Own } from '../own.ts'
import { common, zerosOff } from './common.ts'

const blanks = sql`' ' || char(9) || char(10) || char(13)`
const trim = (text: Sql): Sql => sql`TRIM(${text}, ${blanks})`

/** Without regular expressions: only digits, at most one leading sign and one inner point. */
function isNumberText(text: Sql): Sql {
  const plain = trim(text)
  const digits = sql`LTRIM(SUBSTR(${plain}, 1, 1), '-') || SUBSTR(${plain}, 2)`
  return sql`(${digits} GLOB '[0-9]*' AND ${digits} GLOB '*[0-9]' AND NOT ${digits} GLOB '*[^0-9.]*' AND NOT ${digits} GLOB '*.*.*')`
}

/** Takes parts off the front until the requested one; a final separator is appended. */
const splitPart = (text: Sql, separator: Sql, part: Sql): Sql =>
  sql`(WITH RECURSIVE parts(place, rest) AS (SELECT 1, ${text} || ${separator} UNION ALL SELECT place + 1, SUBSTR(rest, INSTR(rest, ${separator}) + LENGTH(${separator})) FROM parts WHERE place < ${part} AND INSTR(rest, ${separator}) > 0) SELECT COALESCE(MAX(CASE WHEN place = ${part} THEN SUBSTR(rest, 1, INSTR(rest || ${separator}, ${separator}) - 1) END), CASE WHEN ${text} IS NOT NULL AND ${separator} IS NOT NULL THEN '' END) FROM parts)`

/** printf formats null as 0, so null is handled first. */
const printed = (format: Sql, number: Sql): Sql =>
  sql`CASE WHEN ${number} IS NOT NULL THEN printf(${format}, ${number}) END`

export const sqlite: Own = {
  ...common,
  finite: (number) => sql`NULLIF(NULLIF(${number}, 9e999), -9e999)`,
  substring: (text, start, length) =>
    length === null ? sql`SUBSTR(${text}, ${start})` : sql`SUBSTR(${text}, ${start}, ${length})`,
  splitPart,
  trim,
  isNumberText,
  isDateText: (text) => sql`${text} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`,
  numberOfText: (text) => sql`CAST(${trim(text)} AS REAL)`,
  dateOfText: { kind: 'made', number: (text) => sql`CAST(${text} AS INTEGER)` },
  textOfNumber: (number) => zerosOff(printed(sql`'%.6f'`, number)),
  textOfWhole: (number) => printed(sql`'%.0f'`, number),
  textOfDate: (date) => date,
  textOfTimestamp: (timestamp) => sql`SUBSTR(${timestamp}, 1, 19)`,
}
