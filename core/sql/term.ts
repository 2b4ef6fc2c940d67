import type { Zone } from '../query/calendar/zone.ts'
import type { Reckoning } from '../query/calendar/calendar.ts'
import type { ColumnType } from '../table/table.ts'
import type { Dialect } from './dialects/dialect.ts'
import { type Sql, sql } from './sql.ts'
import type { MomentRange } from './table.ts'

/** SQL that stands for one value per row, and what it means. */
export type Term = {
  readonly sql: Sql
  readonly type: ColumnType
  /** Between which moments its own lie, where that is known. */
  readonly range?: MomentRange | undefined
}

/** The columns that SQL can speak of at one place, by name. */
export type Scope = (column: string) => Term

/** What decides how a Query is written. */
export type Writing = { readonly dialect: Dialect; readonly zone: Zone; readonly reckoning: Reckoning }

/** A boolean as 1 or 0, and null where it is null. */
export const numberOfBoolean = (value: Sql, { hasBooleans }: Dialect): Sql =>
  hasBooleans
    ? sql`CASE WHEN ${value} THEN 1 WHEN NOT ${value} THEN 0 END`
    : sql`CASE WHEN ${value} = 1 THEN 1 WHEN ${value} = 0 THEN 0 END`

/** 1 or 0, or null, as a boolean. */
export const booleanOfNumber = (value: Sql, { hasBooleans }: Dialect): Sql => (hasBooleans ? sql`${value} = 1` : value)

/** A number that sums and means can be taken of. */
export const countable = ({ sql: value, type }: Term, dialect: Dialect): Sql =>
  type === 'boolean' ? numberOfBoolean(value, dialect) : value

/** A value so that comparing and sorting it goes as it does in Edgewise. */
export const comparable = ({ sql: value, type }: Term, { text }: Dialect): Sql =>
  type === 'text' ? text.order(value) : value

/** ORDER BY one value, nulls last either way. */
export function ordered(term: Term, descending: boolean, dialect: Dialect): Sql {
  const key = sql`${comparable(term, dialect)}${descending ? sql` DESC` : sql``}`
  return dialect.hasNullsLast ? sql`${key} NULLS LAST` : sql`CASE WHEN ${term.sql} IS NULL THEN 1 ELSE 0 END, ${key}`
}
