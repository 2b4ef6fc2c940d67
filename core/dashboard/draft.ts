import type { FieldOf } from '../charts/assign.ts'
import type { ChartSpec, Intent } from '../charts/chart.ts'
import { chartOf } from '../charts/intent.ts'
import { nameOfDimension, type Dimension } from '../query/dimension.ts'
import { nameOfMeasure, type Measure } from '../query/measure.ts'
import { query, type Query, type Sort } from '../query/query.ts'
import type { Filter } from '../query/filter.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'

/** A tile before it has an id and a place. */
export type Draft = { readonly title: string; readonly query: Query; readonly chart: ChartSpec }

type Asked = {
  readonly title: string
  /** What its picture is for. */
  readonly shows: Intent
  readonly dimensions?: readonly Dimension[]
  readonly measures: readonly Measure[]
  readonly filters?: readonly Filter[]
  readonly sort?: Sort
  readonly limit?: number
}

/** What a dimension is to a chart, as far as the model tells. */
function fieldOf(dimension: Dimension, { columns }: SemanticModel): FieldOf {
  const { column, grain, part, bins, binWidth } = dimension
  const name = nameOfDimension(dimension)
  if (bins !== undefined || binWidth !== undefined) return { name, kind: 'bins' }
  const isTime = grain !== undefined || columns.find((each) => each.name === column)?.role === 'time'
  return { name, kind: isTime && part === undefined ? 'time' : 'category' }
}

/** A tile that asks for these dimensions and measures. */
export function draft(model: SemanticModel, asked: Asked): Draft {
  const { title, shows, dimensions = [], measures, filters = [], sort, limit } = asked
  return {
    title,
    query: query.parse({
      dataset: model.dataset,
      dimensions,
      measures,
      filters,
      ...(sort ? { sort: [sort] } : {}),
      ...(limit ? { limit } : {}),
    }),
    chart: chartOf(shows, [
      ...dimensions.map((dimension) => fieldOf(dimension, model)),
      ...measures.map((measure): FieldOf => ({ name: nameOfMeasure(measure), kind: 'measure' })),
    ]),
  }
}

/** Largest first by a measure. */
export const largestBy = (measure: Measure): Sort => ({ by: nameOfMeasure(measure), direction: 'descending' })
