import type { AggregateId } from './functions/aggregates.ts'
import type { OperationId } from './functions/registry.ts'
import type { FormulaType } from './types.ts'

/**
 * A typed formula, for engines and SQL. Literal dates and timestamps are milliseconds since 1970 UTC, durations
 * milliseconds.
 */
export type Expression =
  | { readonly kind: 'literal'; readonly type: FormulaType; readonly value: number | string | boolean | null }
  | { readonly kind: 'column'; readonly type: FormulaType; readonly name: string }
  | {
      readonly kind: 'operation'
      readonly type: FormulaType
      readonly operation: OperationId
      readonly arguments: readonly Expression[]
    }
  | {
      readonly kind: 'case'
      readonly type: FormulaType
      readonly branches: readonly { readonly when: Expression; readonly gives: Expression }[]
      readonly otherwise: Expression
    }
  | AggregateExpression

type AggregateExpression = {
  readonly kind: 'aggregate'
  readonly type: FormulaType
  readonly aggregate: AggregateId
  /** Null when counting rows. */
  readonly of: Expression | null
  readonly where: Expression | null
  /** The quantile, 0 to 1. */
  readonly fraction: number | null
  /** For `first` and `last`. */
  readonly by: Expression | null
}

/** Child expressions. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'column':
      return []
    case 'operation':
      return expression.arguments
    case 'case':
      return [...expression.branches.flatMap(({ when, gives }) => [when, gives]), expression.otherwise]
    case 'aggregate':
      return [expression.of, expression.where, expression.by].filter((part) => part !== null)
  }
}

/** Distinct columns an expression reads. */
export function columnsOfExpression(expression: Expression): readonly string[] {
  if (expression.kind === 'column') return [expression.name]
  return [...new Set(partsOf(expression).flatMap(columnsOfExpression))]
}
