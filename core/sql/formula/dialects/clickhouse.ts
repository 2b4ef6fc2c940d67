import { list, sql } from '../../sql.ts'
import type { Own } from '../own.ts'
import { common } from './common.ts'

const blanks = sql`' \\t\\r\\n'`

export const clickhouse: Own = {
  ...common,
  finite: (number) => sql`if(isFinite(${number}), ${number}, NULL)`,
  naturalLogarithm: (number) => sql`log(${number})`,
  logarithm: (number) => sql`log10(${number})`,
  power: (base, exponent) => sql`pow(${base}, ${exponent})`,
  concat: (parts) => sql`concat(${list(parts)})`,
  upper: (text) => sql`upperUTF8(${text})`,
  trim: (text) => sql`trim(BOTH ${blanks} FROM ${text})`,
  length: (text) => sql`lengthUTF8(${text})`,
  substring: (text, start, length) =>
    length === null ? sql`substringUTF8(${text}, ${start})` : sql`substringUTF8(${text}, ${start}, ${length})`,
  place: (text, search) => sql`positionUTF8(${text}, ${search})`,
  splitPart: (text, separator, part) =>
    sql`if(${separator} = '', if(${part} = 1, ${text}, ''), splitByString(${separator}, assumeNotNull(${text}))[toInt64(${part})])`,
  addMonths: (date, months) => sql`addMonths(${date}, toInt64(${months}))`,
  isNumberText: (text) => sql`match(${text}, '^[ \\t\\r\\n]*-?[0-9]+([.][0-9]+)?[ \\t\\r\\n]*$')`,
  isDateText: (text) => sql`match(${text}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')`,
  numberOfText: (text) => sql`toFloat64OrNull(trim(BOTH ${blanks} FROM ${text}))`,
  dateOfText: { kind: 'made', number: (text) => sql`toInt64OrNull(${text})` },
  textOfNumber: (number) => sql`toString(toDecimal128(${number}, 6))`,
  textOfWhole: (number) => sql`toString(toInt128(${number}))`,
  textOfDate: (date) => sql`toString(${date})`,
  textOfTimestamp: (timestamp) => sql`formatDateTime(${timestamp}, '%Y-%m-%d %H:%i:%S')`,
}
