import { type Sql, sql, constant } from '../sql.ts'
import type { Dialect } from './dialect.ts'
import { boundText, doubleQuoted, literals, namesUpTo } from './values.ts'

const rows = (count: number): Sql => constant(count)

/** LIMIT and OFFSET, the latter only where rows are left out. */
const limitOffset = (limit: number, offset: number): Sql =>
  offset === 0 ? sql`LIMIT ${rows(limit)}` : sql`LIMIT ${rows(limit)} OFFSET ${rows(offset)}`

/** As the SQL standard has it since 2008. */
export const offsetFetch = (limit: number, offset: number): Sql =>
  sql`OFFSET ${rows(offset)} ROWS FETCH NEXT ${rows(limit)} ROWS ONLY`

/** Where a database has no word for equal or both null. */
export const sameByHand = (left: Sql, right: Sql): Sql =>
  sql`(${left} = ${right} OR (${left} IS NULL AND ${right} IS NULL))`

/** What most databases write alike; a dialect takes it over and says what it does otherwise. */
export const standard = {
  quote: doubleQuoted,
  canName: namesUpTo(128),
  placeholder: () => '?',
  bound: boundText,
  literal: literals(),
  hasBooleans: true,
  hasNullsLast: true,
  mixesWindows: true,
  same: (left, right) => sql`${left} IS NOT DISTINCT FROM ${right}`,
  limit: limitOffset,
  text: {
    read: (column) => column,
    show: (text) => text,
    order: (text) => text,
    lower: (text) => sql`LOWER(${text})`,
    lowersOnlyAscii: false,
    replace: (text, part, by) => sql`REPLACE(${text}, ${part}, ${by})`,
    position: (text, part) => sql`STRPOS(${text}, ${part})`,
    last: (text, characters) => sql`RIGHT(${text}, ${characters})`,
  },
  numbers: {
    real: (number) => sql`CAST(${number} AS DOUBLE)`,
    whole: (number) => sql`CAST(${number} AS BIGINT)`,
    floor: (number) => sql`FLOOR(${number})`,
    remainder: (number, by) => sql`MOD(${number}, ${by})`,
    squareRoot: (number) => sql`SQRT(${number})`,
  },
  aggregates: {
    hasFilter: false,
    sum: (number) => sql`SUM(${number})`,
    mean: (number) => sql`AVG(${number})`,
    variance: (number) => sql`VAR_SAMP(${number})`,
    quantile: (number, quantile) => sql`PERCENTILE_CONT(${quantile}) WITHIN GROUP (ORDER BY ${number})`,
  },
} as const satisfies Partial<Dialect>
