import { list, type Sql, sql } from '../../sql.ts'
import type { Own } from '../own.ts'
import { common } from './common.ts'

const blanks = sql`CHAR(32) + CHAR(9) + CHAR(10) + CHAR(13)`
const trim = (text: Sql): Sql => sql`TRIM(${blanks} FROM ${text})`

/** LEN ignores trailing blanks; an appended character keeps them. */
const length = (text: Sql): Sql => sql`(LEN(${text} + N'.') - 1)`

/** Without regular expressions: only digits, at most one leading sign and one inner point. */
function isNumberText(text: Sql): Sql {
  const plain = trim(text)
  const digits = sql`CASE WHEN ${plain} LIKE '-%' THEN SUBSTRING(${plain}, 2, 8000) ELSE ${plain} END`
  return sql`(${digits} LIKE '[0-9]%' AND ${digits} LIKE '%[0-9]' AND ${digits} NOT LIKE '%[^0-9.]%' AND ${digits} NOT LIKE '%.%.%')`
}

export const sqlserver: Own = {
  ...common,
  hasConditionValues: false,
  naturalLogarithm: (number) => sql`LOG(${number})`,
  concat: (parts) => sql`(${list(parts, sql` + `)})`,
  trim,
  length,
  substring: (text, start, count) => sql`SUBSTRING(${text}, ${start}, ${count ?? sql`2147483647`})`,
  splitPart: (text, separator, part) =>
    sql`CASE WHEN ${text} IS NOT NULL THEN COALESCE((SELECT value FROM OPENJSON('["' + REPLACE(STRING_ESCAPE(${text}, 'json'), STRING_ESCAPE(${separator}, 'json'), '","') + '"]') WHERE [key] = ${part} - 1), N'') END`,
  addMonths: (date, months) => sql`DATEADD(month, ${months}, ${date})`,
  isNumberText,
  isDateText: (text) => sql`${text} LIKE '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`,
  numberOfText: (text) => sql`TRY_CAST(${trim(text)} AS float)`,
  dateOfText: { kind: 'made', number: (text) => sql`TRY_CAST(${text} AS int)` },
  textOfNumber: (number) => sql`FORMAT(${number}, '0.######', 'en-US')`,
  textOfWhole: (number) => sql`FORMAT(${number}, '0', 'en-US')`,
  textOfDate: (date) => sql`CONVERT(nvarchar(10), ${date}, 23)`,
  textOfTimestamp: (timestamp) => sql`CONVERT(nvarchar(19), ${timestamp}, 120)`,
}
