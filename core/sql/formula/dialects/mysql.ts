import { list, type Sql, sql } from '../../sql.ts'
import type { Own } from '../own.ts'
import { common } from './common.ts'

const letters = (text: Sql): Sql => sql`CONVERT(${text} USING utf8mb4)`
const exact = (text: Sql): Sql => sql`${letters(text)} COLLATE utf8mb4_bin`
const binary = (text: Sql): Sql => sql`CAST(${text} AS BINARY)`
const blanks = sql`CONCAT('[ ', CHAR(9), CHAR(13), CHAR(10), ']')`
const trim = (text: Sql): Sql =>
  sql`REGEXP_REPLACE(${letters(text)}, CONCAT('^', ${blanks}, '+|', ${blanks}, '+$'), '')`

/** Beyond the last separator SUBSTRING_INDEX returns the whole text, so separators are counted first. */
function splitPart(text: Sql, separator: Sql, part: Sql): Sql {
  const separators = sql`(LENGTH(${text}) - LENGTH(REPLACE(${text}, ${separator}, ''))) / LENGTH(${separator})`
  const found = sql`SUBSTRING_INDEX(SUBSTRING_INDEX(${text}, ${separator}, ${part}), ${separator}, -1)`
  return sql`CASE WHEN ${separator} = '' THEN CASE WHEN ${part} = 1 THEN ${text} ELSE CASE WHEN ${text} IS NOT NULL THEN '' END END WHEN ${separators} < ${part} - 1 THEN '' ELSE ${found} END`
}

export const mysql: Own = {
  ...common,
  concat: (parts) => sql`CONCAT(${list(parts)})`,
  upper: (text) => binary(sql`UPPER(${letters(text)})`),
  trim: (text) => binary(trim(text)),
  length: (text) => sql`CHAR_LENGTH(${letters(text)})`,
  substring: (text, start, length) =>
    binary(
      length === null
        ? sql`SUBSTRING(${letters(text)}, ${start})`
        : sql`SUBSTRING(${letters(text)}, ${start}, ${length})`,
    ),
  place: (text, search) => sql`LOCATE(${exact(search)}, ${exact(text)})`,
  splitPart,
  addMonths: (date, months) => sql`(${date} + INTERVAL (${months}) MONTH)`,
  isNumberText: (text) => sql`${trim(text)} REGEXP '^-?[0-9]+([.][0-9]+)?$'`,
  isDateText: (text) => sql`${letters(text)} REGEXP '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`,
  numberOfText: (text) => sql`CAST(${trim(text)} AS DOUBLE)`,
  dateOfText: { kind: 'made', number: (text) => sql`CAST(${text} AS SIGNED)` },
  textOfNumber: (number) =>
    binary(sql`TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM CAST(CAST(${number} AS DECIMAL(65, 6)) AS CHAR)))`),
  textOfWhole: (number) => binary(sql`CAST(CAST(${number} AS DECIMAL(65, 0)) AS CHAR)`),
  textOfDate: (date) => binary(sql`DATE_FORMAT(${date}, '%Y-%m-%d')`),
  textOfTimestamp: (timestamp) => binary(sql`DATE_FORMAT(${timestamp}, '%Y-%m-%d %H:%i:%s')`),
}
