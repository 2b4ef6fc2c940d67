import { type Sql, sql, constant } from '../sql.ts'
import type { Dialect } from './dialect.ts'
import { boundText, doubleQuoted, literals, namesUpTo } from './values.ts'

const rows = (count: number): Sql => constant(count)

/** LIMIT and OFFSET; OFFSET only if it is not 0. */
const limitOffset = (limit: number, offset: number): Sql =>
  offset === 0 ? sql`LIMIT ${rows(limit)}` : sql`LIMIT ${rows(limit)} OFFSET ${rows(offset)}`

/** OFFSET … FETCH of SQL:2008. */
export const offsetFetch = (limit: number, offset: number): Sql =>
  sql`OFFSET ${rows(offset)} ROWS FETCH NEXT ${rows(limit)} ROWS ONLY`

/** Null-safe equality for databases without an operator for it. */
export const sameByHand = (left: Sql, right: Sql): Sql =>
  sql`(${left} = ${right} OR (${left} IS NULL AND ${right} IS NULL))`

/** Defaults shared by most databases; dialects override them. */
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
