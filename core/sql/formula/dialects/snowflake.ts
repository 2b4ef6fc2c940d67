import { sql } from '../../sql.ts'
import type { Own } from '../own.ts'
import { common, zerosOff } from './common.ts'

const blanks = sql`' \\t\\r\\n'`

export const snowflake: Own = {
  ...common,
  finite: (number) => sql`NULLIF(NULLIF(NULLIF(${number}, 'inf'::FLOAT), '-inf'::FLOAT), 'NaN'::FLOAT)`,
  logarithm: (number) => sql`LOG(10, ${number})`,
  trim: (text) => sql`TRIM(${text}, ${blanks})`,
  addMonths: (date, months) => sql`DATEADD(month, ${months}, ${date})`,
  hasFarDates: true,
  isNumberText: (text) => sql`REGEXP_LIKE(${text}, '[ \\t\\r\\n]*-?[0-9]+([.][0-9]+)?[ \\t\\r\\n]*')`,
  isDateText: (text) => sql`REGEXP_LIKE(${text}, '[0-9]{4}-[0-9]{2}-[0-9]{2}')`,
  numberOfText: (text) => sql`TRY_CAST(TRIM(${text}, ${blanks}) AS DOUBLE)`,
  dateOfText: { kind: 'made', number: (text) => sql`TRY_CAST(${text} AS INTEGER)` },
  textOfNumber: (number) => zerosOff(sql`TO_VARCHAR(CAST(${number} AS NUMBER(38, 6)))`),
  textOfWhole: (number) => sql`TO_VARCHAR(CAST(${number} AS NUMBER(38, 0)))`,
  textOfDate: (date) => sql`TO_CHAR(${date}, 'YYYY-MM-DD')`,
  textOfTimestamp: (timestamp) => sql`TO_CHAR(${timestamp}, 'YYYY-MM-DD HH24:MI:SS')`,
}
