import { list, type Sql, sql } from '../../sql.ts'
import type { Own } from '../own.ts'

export const datePattern = sql`'^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`

const joined = (parts: readonly Sql[], between: Sql): Sql => sql`(${list(parts, between)})`

export const zerosOff = (text: Sql): Sql => sql`RTRIM(RTRIM(${text}, '0'), '.')`

/** Defaults shared by most databases. */
export const common = {
  hasConditionValues: true,
  finite: null,
  naturalLogarithm: (number) => sql`LN(${number})`,
  logarithm: (number) => sql`LOG10(${number})`,
  power: (base, exponent) => sql`POWER(${base}, ${exponent})`,
  concat: (parts) => joined(parts, sql` || `),
  upper: (text) => sql`UPPER(${text})`,
  lower: null,
  length: (text) => sql`LENGTH(${text})`,
  substring: (text, start, length) =>
    length === null ? sql`SUBSTRING(${text}, ${start})` : sql`SUBSTRING(${text}, ${start}, ${length})`,
  count: null,
  place: null,
  splitPart: (text, separator, part) => sql`SPLIT_PART(${text}, ${separator}, ${part})`,
  addMonths: null,
  hasFarDates: false,
} as const satisfies Partial<Own>
