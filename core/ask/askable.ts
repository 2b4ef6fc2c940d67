import { onceFor } from '../once-for.ts'
import type { Measure } from '../query/measure.ts'
import type { NamedMeasure, SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { bracketed } from '../semantic/formula/print.ts'
import type { Aggregate } from '../semantic/vocabulary.ts'
import { notionsOf, type Notion } from './notions.ts'

/** A figure with a name that is computed of groups, as questions see columns: a measure of the model, or a notion. */
type MeasureColumn = SemanticColumn & {
  readonly computedBy: Measure
  readonly ofRow: SemanticColumn | null
  readonly isNotion: boolean
}

type Named = Pick<NamedMeasure, 'name' | 'label' | 'format'> & { readonly synonyms: readonly string[] }

const asColumn = (named: Named, rows: number): SemanticColumn => ({
  name: named.name,
  label: named.label,
  type: 'decimal',
  role: 'measure',
  format: named.format,
  kind: 'measure',
  isSensitive: false,
  synonyms: [...named.synonyms],
  aggregates: ['mean'],
  defaultAggregate: 'mean',
  distinct: rows,
  nulls: 0,
  range: null,
  values: [],
})

const ofMeasure = (measure: NamedMeasure, rows: number): MeasureColumn => ({
  ...asColumn(measure, rows),
  computedBy: { aggregate: 'formula', formula: bracketed(measure.name), as: measure.label },
  ofRow: null,
  isNotion: false,
})

/** A notion adds up where it is the total of a column. */
const ofNotion = (notion: Notion, rows: number): MeasureColumn => {
  const { measure, column } = notion
  const plain = asColumn({ ...notion, name: notion.label }, rows)
  const adds = measure.aggregate === 'sum'
  return {
    ...plain,
    ...(adds ? { aggregates: ['sum', 'mean', 'median', 'min', 'max'], defaultAggregate: 'sum' } : {}),
    computedBy: measure,
    ofRow: column,
    isNotion: true,
  }
}

const isMeasureColumn = (column: SemanticColumn): column is MeasureColumn => 'computedBy' in column

/** Is it a figure that no column is called, guessed from others? */
export const isNotion = (column: SemanticColumn): boolean => isMeasureColumn(column) && column.isNotion

/** What one person earns is averaged, not added up, unless that is said. */
const averagedPay = (column: SemanticColumn, { entity }: SemanticModel): SemanticColumn =>
  entity !== 'row' && column.role === 'measure' && /\b(income|salary|wage|pay|compensation)\b/i.test(column.label)
    ? { ...column, defaultAggregate: 'mean' }
    : column

/** Numbers of years that no calendar knows are lengths of time: something to measure. */
const measuredYears = (column: SemanticColumn): SemanticColumn =>
  column.role === 'time' &&
  column.type === 'integer' &&
  column.range !== null &&
  column.range.max < 1000 &&
  /\b(years|times)\b/i.test(column.label)
    ? {
        ...column,
        role: 'measure',
        format: 'number',
        aggregates: ['count', 'distinct', 'sum', 'mean', 'median', 'min', 'max', 'sd'],
        defaultAggregate: 'mean',
      }
    : column

/** All that a question may name: columns, calculated columns, and measures by their names. */
function makeAskable(model: SemanticModel): SemanticModel {
  const columns = model.columns.map(measuredYears).map((column) => averagedPay(column, model))
  const time = columns.find(({ name }) => name === model.timeColumn)
  const plain = { ...model, columns, timeColumn: time?.role === 'time' ? model.timeColumn : null }
  return {
    ...plain,
    columns: [
      ...columns,
      ...model.calculations,
      ...model.measures.map((measure) => ofMeasure(measure, model.rows)),
      ...notionsOf(plain).map((notion) => ofNotion(notion, model.rows)),
    ],
  }
}

/** The model with all that can be asked for among its columns; made once for each model. */
export const askable = onceFor(makeAskable)

/** What a Query computes of a column; a measure of the model is computed by its own formula, whatever is said of it. */
export const computedOf = (column: SemanticColumn, aggregate: Aggregate): Measure =>
  !isMeasureColumn(column)
    ? { aggregate, column: column.name }
    : column.ofRow && column.computedBy.aggregate === 'sum'
      ? { aggregate, column: column.ofRow.name }
      : column.computedBy

/** The column that holds this figure of each row; null where only groups have it. */
export const ofRows = (column: SemanticColumn): SemanticColumn | null =>
  isMeasureColumn(column) ? column.ofRow : column

/** Columns whose values stand in rows, as listings show them: measures have none. */
export const listable = (columns: readonly SemanticColumn[]): readonly SemanticColumn[] =>
  columns.filter((column) => !isMeasureColumn(column))
