import { type Sql, sql } from '../../sql.ts'
import type { Own } from '../own.ts'
import { common } from './common.ts'

const blanks = sql`' ' || CHR(9) || CHR(10) || CHR(13)`
const trim = (text: Sql): Sql => sql`LTRIM(RTRIM(${text}, ${blanks}), ${blanks})`
const point = sql`'NLS_NUMERIC_CHARACTERS=''. '''`

/** Position of the nth separator; the text gets a final one. */
const placeOf = (text: Sql, separator: Sql, number: Sql): Sql =>
  sql`INSTR(${text} || ${separator}, ${separator}, 1, ${number})`

const splitPart = (text: Sql, separator: Sql, part: Sql): Sql =>
  sql`CASE WHEN ${part} = 1 THEN SUBSTR(${text}, 1, ${placeOf(text, separator, part)} - 1) WHEN ${placeOf(text, separator, part)} = 0 THEN '' ELSE SUBSTR(${text}, ${placeOf(text, separator, sql`${part} - 1`)} + LENGTH(${separator}), ${placeOf(text, separator, part)} - ${placeOf(text, separator, sql`${part} - 1`)} - LENGTH(${separator})) END`

/** ADD_MONTHS maps a month's last day to a month's last day, so dates are composed instead. */
export const oracle: Own = {
  ...common,
  hasConditionValues: false,
  logarithm: (number) => sql`LOG(10, ${number})`,
  trim,
  substring: (text, start, length) =>
    length === null ? sql`SUBSTR(${text}, ${start})` : sql`SUBSTR(${text}, ${start}, ${length})`,
  splitPart,
  isNumberText: (text) => sql`REGEXP_LIKE(${trim(text)}, '^-?[0-9]+([.][0-9]+)?$')`,
  isDateText: (text) => sql`REGEXP_LIKE(${text}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')`,
  numberOfText: (text) =>
    sql`CAST(TO_NUMBER(${trim(text)}, 'S99999999999999999999D99999999999999999999', ${point}) AS BINARY_DOUBLE)`,
  dateOfText: { kind: 'made', number: (text) => sql`TO_NUMBER(${text})` },
  textOfNumber: (number) => sql`RTRIM(TO_CHAR(${number}, 'FM99999999999999999990.999999', ${point}), '.')`,
  textOfWhole: (number) => sql`TO_CHAR(${number}, 'FM99999999999999999999999990')`,
  textOfDate: (date) => sql`TO_CHAR(${date}, 'YYYY-MM-DD')`,
  textOfTimestamp: (timestamp) => sql`TO_CHAR(${timestamp}, 'YYYY-MM-DD HH24:MI:SS')`,
}
