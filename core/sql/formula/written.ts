import type { Zone } from '../../query/calendar/zone.ts'
import type { Expression } from '../../semantic/formula/expression.ts'
import type { FormulaType } from '../../semantic/formula/types.ts'
import type { ColumnType } from '../../table/table.ts'
import type { Dialect } from '../dialects/dialect.ts'
import { type Sql, sql } from '../sql.ts'
import type { Own } from './own.ts'

/**
 * SQL of a subexpression. Inside formulas, timestamps are milliseconds since 1970 UTC, dates are the database's type
 * and numbers are 64-bit floats.
 */
export type Written = {
  readonly sql: Sql
  /** True for a condition, which some databases do not accept as a value. */
  readonly isCondition?: boolean
  /** True if it may be infinite or NaN. */
  readonly mayOverflow?: boolean
}

/** A column as SQL with its type: timestamps in the database's type and UTC, durations in milliseconds. */
type ColumnTerm = { readonly sql: Sql; readonly type: ColumnType }

/** Target of a formula: dialect, zone and columns. */
export type Writing = {
  readonly dialect: Dialect
  readonly own: Own
  readonly zone: Zone
  readonly column: (name: string) => ColumnTerm
}

/** An argument of an operation, with its SQL as a value and as a condition. */
export type Argument = {
  readonly expression: Expression
  readonly type: FormulaType
  /** Finite or null. */
  readonly value: Sql
  /** As written; arithmetic may continue with infinite values. */
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

/** The argument at an index; the type checker guarantees that it exists. */
export function at(parts: readonly Argument[], place: number): Argument {
  const part = parts[place]
  if (!part) throw new Error(`A formula lacks argument ${place}`)
  return part
}

/** A literal argument; null if it is computed. */
export const literalOf = ({ expression }: Argument): number | string | null =>
  expression.kind === 'literal' && typeof expression.value !== 'boolean' ? expression.value : null

/** A value converted for comparing and ordering. */
export const comparable = ({ type, value: of }: Argument, { dialect }: Writing): Sql =>
  type === 'text' ? dialect.text.order(of) : of
