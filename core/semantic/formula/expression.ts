import type { AggregateId } from './functions/aggregates.ts'
import type { OperationId } from './functions/registry.ts'
import type { FormulaType } from './types.ts'

/**
 * A formula whose every part has a type: what engines compute and SQL is made of.
 * A literal's dates and times are milliseconds since 1970 UTC, its durations milliseconds.
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
  /** Null where rows are counted. */
  readonly of: Expression | null
  readonly where: Expression | null
  /** For a quantile, between 0 and 1. */
  readonly fraction: number | null
  /** For first and last. */
  readonly by: Expression | null
}

/** The parts an expression is made of. */
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

/** The columns an expression reads, once each. */
export function columnsOfExpression(expression: Expression): readonly string[] {
  if (expression.kind === 'column') return [expression.name]
  return [...new Set(partsOf(expression).flatMap(columnsOfExpression))]
}
