import type { Measure } from '../query/measure.ts'
import type { NamedMeasure, SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { bracketed } from '../semantic/formula/print.ts'
import type { Aggregate } from '../semantic/vocabulary.ts'

/** A measure of the model, as questions see columns: something with a name that is computed of groups. */
type MeasureColumn = SemanticColumn & { readonly computedBy: NamedMeasure }

const asColumn = (measure: NamedMeasure, rows: number): MeasureColumn => ({
  name: measure.name,
  label: measure.label,
  type: 'decimal',
  role: 'measure',
  format: measure.format,
  kind: 'measure',
  isSensitive: false,
  synonyms: measure.synonyms,
  aggregates: ['mean'],
  defaultAggregate: 'mean',
  distinct: rows,
  nulls: 0,
  range: null,
  values: [],
  computedBy: measure,
})

const isMeasureColumn = (column: SemanticColumn): column is MeasureColumn => 'computedBy' in column

/** All that a question may name: columns, calculated columns, and measures by their names. */
export const askable = (model: SemanticModel): SemanticModel =>
  model.calculations.length + model.measures.length === 0
    ? model
    : {
        ...model,
        columns: [
          ...model.columns,
          ...model.calculations,
          ...model.measures.map((measure) => asColumn(measure, model.rows)),
        ],
      }

/** What a Query computes of a column; a measure of the model is computed by its own formula, whatever is said of it. */
export const computedOf = (column: SemanticColumn, aggregate: Aggregate): Measure =>
  isMeasureColumn(column)
    ? { aggregate: 'formula', formula: bracketed(column.name), as: column.label }
    : { aggregate, column: column.name }

/** Columns whose values stand in rows, as listings show them: measures have none. */
export const listable = (columns: readonly SemanticColumn[]): readonly SemanticColumn[] =>
  columns.filter((column) => !isMeasureColumn(column))
