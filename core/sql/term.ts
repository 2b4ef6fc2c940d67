import type { Zone } from '../query/calendar/zone.ts'
import type { Reckoning } from '../query/calendar/calendar.ts'
import type { ColumnType } from '../table/table.ts'
import type { Dialect } from './dialects/dialect.ts'
import { type Sql, sql } from './sql.ts'
import type { MomentRange } from './table.ts'

/** SQL of one value per row, and its type. */
export type Term = {
  readonly sql: Sql
  readonly type: ColumnType
  /** Bounds of its moments, if known. */
  readonly range?: MomentRange | undefined
}

/** Columns available at one point of the SQL, by name. */
export type Scope = (column: string) => Term

/** Target of a Query: dialect, zone and calendar rules. */
export type Writing = { readonly dialect: Dialect; readonly zone: Zone; readonly reckoning: Reckoning }

/** A boolean as 1 or 0; null stays null. */
export const numberOfBoolean = (value: Sql, { hasBooleans }: Dialect): Sql =>
  hasBooleans
    ? sql`CASE WHEN ${value} THEN 1 WHEN NOT ${value} THEN 0 END`
    : sql`CASE WHEN ${value} = 1 THEN 1 WHEN ${value} = 0 THEN 0 END`

/** 1 or 0 as a boolean; null stays null. */
export const booleanOfNumber = (value: Sql, { hasBooleans }: Dialect): Sql => (hasBooleans ? sql`${value} = 1` : value)

/** A number for sums and means. */
export const countable = ({ sql: value, type }: Term, dialect: Dialect): Sql =>
  type === 'boolean' ? numberOfBoolean(value, dialect) : value

/** A value converted so that the database compares and sorts it as Edgewise does. */
export const comparable = ({ sql: value, type }: Term, { text }: Dialect): Sql =>
  type === 'text' ? text.order(value) : value

/** ORDER BY one value, nulls last in both directions. */
export function ordered(term: Term, descending: boolean, dialect: Dialect): Sql {
  const key = sql`${comparable(term, dialect)}${descending ? sql` DESC` : sql``}`
  return dialect.hasNullsLast ? sql`${key} NULLS LAST` : sql`CASE WHEN ${term.sql} IS NULL THEN 1 ELSE 0 END, ${key}`
}
