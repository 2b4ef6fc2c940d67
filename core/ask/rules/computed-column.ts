import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { DraftCalculation } from './piece.ts'

/** A column that a Query computes of another, as the draft sees columns. */
export type ComputedColumn = { readonly column: SemanticColumn; readonly calculation: DraftCalculation }

/** A whole number of each row that rows are grouped by. */
export function numberOf(of: SemanticColumn, name: string, formula: string): ComputedColumn {
  const column: SemanticColumn = {
    ...of,
    name,
    label: name,
    type: 'integer',
    role: 'dimension',
    format: 'text',
    kind: 'ordinal',
    synonyms: [],
    aggregates: ['count'],
    defaultAggregate: 'count',
    range: null,
    values: [],
  }
  return { column, calculation: { name, formula } }
}

/** An amount of each row, in the unit of the column that it is computed of. */
export function amountOf(of: SemanticColumn, name: string, formula: string): ComputedColumn {
  const column: SemanticColumn = {
    ...of,
    name,
    label: name,
    type: 'decimal',
    role: 'measure',
    synonyms: [],
    aggregates: ['sum', 'mean', 'median', 'min', 'max'],
    defaultAggregate: 'mean',
    range: null,
    values: [],
  }
  return { column, calculation: { name, formula } }
}
