import { sql } from '../../sql.ts'
import type { Own } from '../own.ts'
import { common } from './common.ts'

const blanks = sql`E' \\t\\r\\n'`

export const postgres: Own = {
  ...common,
  logarithm: (number) => sql`LOG(${number})`,
  upper: (text) => sql`UPPER(${text} COLLATE "und-x-icu")`,
  trim: (text) => sql`BTRIM(${text}, ${blanks})`,
  count: (number) => sql`CAST(${number} AS integer)`,
  addMonths: (date, months) => sql`CAST(${date} + CAST(${months} AS integer) * INTERVAL '1 month' AS date)`,
  hasFarDates: true,
  isNumberText: (text) => sql`${text} ~ E'^[ \\t\\r\\n]*-?[0-9]+([.][0-9]+)?[ \\t\\r\\n]*$'`,
  isDateText: (text) => sql`${text} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`,
  numberOfText: (text) => sql`CAST(BTRIM(${text}, ${blanks}) AS double precision)`,
  dateOfText: { kind: 'made', number: (text) => sql`CAST(${text} AS integer)` },
  textOfNumber: (number) => sql`CAST(trim_scale(ROUND(CAST(${number} AS numeric), 6)) AS text)`,
  textOfWhole: (number) => sql`CAST(CAST(${number} AS numeric) AS text)`,
  textOfDate: (date) => sql`to_char(${date}, 'YYYY-MM-DD')`,
  textOfTimestamp: (timestamp) => sql`to_char(${timestamp}, 'YYYY-MM-DD HH24:MI:SS')`,
}
