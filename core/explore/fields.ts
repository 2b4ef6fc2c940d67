import { labelOfRows } from '../charts/labels.ts'
import { columnsOfGroups, modelOver } from '../charts/model-over.ts'
import { type Dimension, nameOfDimension } from '../query/dimension.ts'
import { nameOfMeasure } from '../query/measure.ts'
import { isMoment, isQuantity } from '../query/type-rules.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { grainOfColumn } from '../semantic/time-column.ts'
import { type Aggregate, grains } from '../semantic/vocabulary.ts'
import type { Exploration, ShelfId, Value } from './exploration.ts'

/** Maximum distinct numbers grouped by value; more are binned. */
const maxNumbers = 24
const usualBins = 20

/** Grains and bins for a column, most likely first. */
function cutsOf(column: SemanticColumn): readonly Dimension[] {
  const { name, type, distinct } = column
  if (isMoment(type)) {
    const usual = grainOfColumn(column, undefined) ?? 'month'
    const possible = grains.filter((grain) => type === 'timestamp' || grain !== 'hour')
    return [usual, ...possible.filter((grain) => grain !== usual)].map((grain) => ({ column: name, grain }))
  }
  if (isQuantity(type) && distinct > maxNumbers) return [{ column: name, bins: usualBins }, { column: name }]
  return [{ column: name }]
}

/** The default dimension of a column; another grain if it is used already, null if all are. */
export function dimensionFor(column: SemanticColumn, taken: readonly string[]): Dimension | null {
  return cutsOf(column).find((dimension) => !taken.includes(nameOfDimension(dimension))) ?? null
}

/** The default measure of a column; the next aggregate if it is used already, null if all are. */
export function valueFor(
  { name, aggregates, defaultAggregate }: SemanticColumn,
  taken: readonly string[],
): Value | null {
  const order: readonly Aggregate[] = [defaultAggregate, ...aggregates.filter((each) => each !== defaultAggregate)]
  return (
    order
      .map((aggregate): Value => ({ aggregate, column: name }))
      .find((value) => !taken.includes(nameOfMeasure(value))) ?? null
  )
}

/** Offered columns: stored and calculated. */
const columnsOf = ({ columns, calculations }: SemanticModel): readonly SemanticColumn[] => [...columns, ...calculations]

/** Finds an offered column by name. */
export const columnNamed = (model: SemanticModel, name: string | undefined): SemanticColumn | undefined =>
  columnsOf(model).find((column) => column.name === name)

/** Something that can be put on a shelf: a column, a measure or the row count. */
export type Field =
  | { readonly kind: 'column'; readonly id: string; readonly label: string; readonly column: SemanticColumn }
  | { readonly kind: 'measure'; readonly id: string; readonly label: string; readonly value: Value }

export type FieldGroup = { readonly title: string; readonly fields: readonly Field[] }

/** A column as a field. */
export const fieldOf = (column: SemanticColumn): Field => ({
  kind: 'column',
  id: `column ${column.name}`,
  label: column.label,
  column,
})

const named = ({ name, label, formula, format }: SemanticModel['measures'][number]): Field => ({
  kind: 'measure',
  id: `measure ${name}`,
  label,
  value: { aggregate: 'formula', formula, as: label, format },
})

/** What can be laid out: the columns of the rows, or the results of the groups that an exploration is over. */
export const modelToLayOut = ({ groups }: Pick<Exploration, 'groups'>, model: SemanticModel): SemanticModel =>
  groups
    ? { ...modelOver({ groups }, model), columns: [], measures: [], calculations: [...columnsOfGroups(groups, model)] }
    : model

/** The fields of a dataset by role, without hidden columns. */
export function fieldGroups(model: SemanticModel): readonly FieldGroup[] {
  const columns = columnsOf(model)
  const of = (...roles: readonly SemanticColumn['role'][]): readonly Field[] =>
    columns.filter(({ role }) => roles.includes(role)).map(fieldOf)
  const count: Field = { kind: 'measure', id: 'count', label: labelOfRows(model), value: { aggregate: 'count' } }
  const groups = [
    { title: 'Measures', fields: [count, ...model.measures.map(named), ...of('measure')] },
    { title: 'Time', fields: of('time') },
    { title: 'Dimensions', fields: of('dimension') },
    { title: 'Details', fields: of('id', 'text') },
  ]
  return groups.filter(({ fields }) => fields.length > 0)
}

/** The default shelf of a field. */
export function naturalShelf(field: Field): ShelfId {
  if (field.kind === 'measure') return 'values'
  return field.column.role === 'dimension' || field.column.role === 'time' ? 'rows' : 'values'
}
