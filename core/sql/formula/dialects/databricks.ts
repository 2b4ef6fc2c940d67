import { sql } from '../../sql.ts'
import type { Own } from '../own.ts'
import { common } from './common.ts'

const blanks = sql`' \\t\\r\\n'`

export const databricks: Own = {
  ...common,
  finite: (number) => sql`NULLIF(NULLIF(NULLIF(${number}, double('infinity')), double('-infinity')), double('nan'))`,
  trim: (text) => sql`TRIM(BOTH ${blanks} FROM ${text})`,
  length: (text) => sql`char_length(${text})`,
  addMonths: (date, months) => sql`add_months(${date}, CAST(${months} AS INT))`,
  isNumberText: (text) => sql`${text} RLIKE '^[ \\t\\r\\n]*-?[0-9]+([.][0-9]+)?[ \\t\\r\\n]*$'`,
  isDateText: (text) => sql`${text} RLIKE '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`,
  numberOfText: (text) => sql`try_cast(TRIM(BOTH ${blanks} FROM ${text}) AS DOUBLE)`,
  dateOfText: { kind: 'made', number: (text) => sql`try_cast(${text} AS INT)` },
  textOfNumber: (number) => sql`regexp_replace(CAST(CAST(${number} AS DECIMAL(38, 6)) AS STRING), '[.]?0+$', '')`,
  textOfWhole: (number) => sql`CAST(CAST(${number} AS DECIMAL(38, 0)) AS STRING)`,
  textOfDate: (date) => sql`date_format(${date}, 'yyyy-MM-dd')`,
  textOfTimestamp: (timestamp) => sql`date_format(${timestamp}, 'yyyy-MM-dd HH:mm:ss')`,
}
