import { type Dimension, nameOfDimension } from '../query/dimension.ts'
import type { Groups } from '../query/groups.ts'
import { type Measure, nameOfMeasure } from '../query/measure.ts'
import type { Query } from '../query/query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { columnOf, inSentence, labelOf, labelOfDimension, labelOfMeasure, nounOf } from './labels.ts'

type Calculated = SemanticModel['calculations'][number]

/** What one group is called: as the Query says, else by what groups it. */
export function nounOfGroups({ called, dimensions }: Groups, model: SemanticModel): string {
  const [first, ...others] = dimensions
  if (called !== undefined) return called
  if (first === undefined || others.length > 0) return 'group'
  return first.grain ?? inSentence(nounOf(labelOf(model, first.column)))
}

function columnOfDimension(dimension: Dimension, model: SemanticModel): Calculated[] {
  const column = columnOf(model, dimension.column)
  if (column === undefined) return []
  const label = labelOfDimension(dimension, model)
  const { grain, part } = dimension
  const told = grain
    ? ({ type: 'date', format: 'date' } as const)
    : part
      ? ({ type: 'integer', format: 'number' } as const)
      : {}
  return [{ ...column, ...told, name: nameOfDimension(dimension), label, formula: '' }]
}

function columnOfMeasure(measure: Measure, model: SemanticModel): Calculated[] {
  const { column, aggregate, format, share } = measure
  const [like] = model.columns
  if (like === undefined) return []
  const isCount = column === undefined || aggregate === 'count' || aggregate === 'distinct'
  const usual = share ? 'percent' : isCount ? 'number' : (columnOf(model, column)?.format ?? 'number')
  const number = { type: 'decimal', role: 'measure', nulls: 0, values: [], range: null, distinct: model.rows } as const
  return [
    {
      ...like,
      ...number,
      values: [],
      name: nameOfMeasure(measure),
      label: labelOfMeasure(measure, model),
      format: format ?? usual,
      aggregates: ['mean', 'median', 'min', 'max', 'sum'],
      defaultAggregate: 'mean',
      formula: '',
    },
  ]
}

/** The results of groups as columns. */
export const columnsOfGroups = ({ dimensions, measures }: Groups, model: SemanticModel): readonly Calculated[] => [
  ...dimensions.flatMap((dimension) => columnOfDimension(dimension, model)),
  ...measures.flatMap((measure) => columnOfMeasure(measure, model)),
]

/** The model as it describes what a Query is over: where that is groups, their results are columns, and they the rows. */
export function modelOver({ groups }: Pick<Query, 'groups'>, model: SemanticModel): SemanticModel {
  if (!groups) return model
  const own = columnsOfGroups(groups, model)
  const names = new Set(own.map(({ name }) => name))
  const others = model.calculations.filter(({ name }) => !names.has(name))
  return { ...model, entity: nounOfGroups(groups, model), calculations: [...own, ...others] }
}
