import { sql } from '../../sql.ts'
import type { Own } from '../own.ts'
import { common } from './common.ts'

const blanks = sql`' \\t\\r\\n'`
const one = sql`1`

export const bigquery: Own = {
  ...common,
  trim: (text) => sql`TRIM(${text}, ${blanks})`,
  length: (text) => sql`CHAR_LENGTH(${text})`,
  substring: (text, start, length) =>
    length === null ? sql`SUBSTR(${text}, ${start})` : sql`SUBSTR(${text}, ${start}, ${length})`,
  splitPart: (text, separator, part) =>
    sql`IF(${text} IS NULL OR ${separator} IS NULL, NULL, COALESCE(IF(${separator} = '', IF(${part} = ${one}, ${text}, ''), SPLIT(${text}, ${separator})[SAFE_ORDINAL(${part})]), ''))`,
  addMonths: (date, months) => sql`DATE_ADD(${date}, INTERVAL CAST(${months} AS INT64) MONTH)`,
  isNumberText: (text) => sql`REGEXP_CONTAINS(${text}, '^[ \\t\\r\\n]*-?[0-9]+([.][0-9]+)?[ \\t\\r\\n]*$')`,
  isDateText: (text) => sql`REGEXP_CONTAINS(${text}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')`,
  numberOfText: (text) => sql`SAFE_CAST(TRIM(${text}, ${blanks}) AS FLOAT64)`,
  dateOfText: { kind: 'made', number: (text) => sql`SAFE_CAST(${text} AS INT64)` },
  textOfNumber: (number) => sql`REGEXP_REPLACE(FORMAT('%.6f', ${number}), '[.]?0+$', '')`,
  textOfWhole: (number) => sql`FORMAT('%.0f', ${number})`,
  textOfDate: (date) => sql`FORMAT_DATE('%Y-%m-%d', ${date})`,
  textOfTimestamp: (timestamp) => sql`FORMAT_DATETIME('%Y-%m-%d %H:%M:%S', ${timestamp})`,
}
