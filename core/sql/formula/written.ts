import type { Zone } from '../../query/calendar/zone.ts'
import type { Expression } from '../../semantic/formula/expression.ts'
import type { FormulaType } from '../../semantic/formula/types.ts'
import type { ColumnType } from '../../table/table.ts'
import type { Dialect } from '../dialects/dialect.ts'
import { type Sql, sql } from '../sql.ts'
import type { Own } from './own.ts'

/**
 * SQL of one part of a formula. Within a formula, times are milliseconds since 1970 UTC, as numbers; dates are the
 * database's own, and numbers 64-bit floats.
 */
export type Written = {
  readonly sql: Sql
  /** A condition, which some databases do not take for a value. */
  readonly isCondition?: boolean
  /** May it be infinite, or no number? */
  readonly mayOverflow?: boolean
}

/** One column as SQL, and what it means: times are the database's own, in UTC, durations milliseconds. */
type ColumnTerm = { readonly sql: Sql; readonly type: ColumnType }

/** What decides how a formula is written. */
export type Writing = {
  readonly dialect: Dialect
  readonly own: Own
  readonly zone: Zone
  readonly column: (name: string) => ColumnTerm
}

/** An argument of an operation: what it is, and its SQL as a value or as a condition. */
export type Argument = {
  readonly expression: Expression
  readonly type: FormulaType
  /** Never infinite. */
  readonly value: Sql
  /** As it comes: arithmetic may carry on with it. */
  readonly raw: Written
  readonly condition: Sql
}

export type Writer = (parts: readonly Argument[], writing: Writing) => Sql | Written

/** A condition as a value: itself, or 1 and 0. */
function valueOfCondition(condition: Sql, { dialect, own }: Writing): Sql {
  if (own.hasConditionValues) return sql`(${condition})`
  const [yes, no] = dialect.hasBooleans ? [sql`TRUE`, sql`FALSE`] : [sql`1`, sql`0`]
  return sql`CASE WHEN ${condition} THEN ${yes} WHEN NOT (${condition}) THEN ${no} END`
}

export function argument(expression: Expression, raw: Written, writing: Writing): Argument {
  const { dialect, own } = writing
  const settled = raw.mayOverflow && own.finite ? own.finite(raw.sql) : raw.sql
  return {
    expression,
    type: expression.type,
    raw,
    value: raw.isCondition ? valueOfCondition(raw.sql, writing) : settled,
    condition: raw.isCondition || dialect.hasBooleans ? raw.sql : sql`${raw.sql} = 1`,
  }
}

export const condition = (written: Sql): Written => ({ sql: written, isCondition: true })

/** The argument at a place; the checker has seen to it that it is there. */
export function at(parts: readonly Argument[], place: number): Argument {
  const part = parts[place]
  if (!part) throw new Error(`A formula lacks argument ${place}`)
  return part
}

/** A number or text that stands in the formula itself; null where it is computed. */
export const literalOf = ({ expression }: Argument): number | string | null =>
  expression.kind === 'literal' && typeof expression.value !== 'boolean' ? expression.value : null

/** A value in its right type for comparing and ordering. */
export const comparable = ({ type, value: of }: Argument, { dialect }: Writing): Sql =>
  type === 'text' ? dialect.text.order(of) : of
