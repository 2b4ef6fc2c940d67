import type { ChartSpec } from '../charts/chart.ts'
import type { ChartTypeId } from '../charts/registry.ts'
import { nameOfDimension, type Dimension } from '../query/dimension.ts'
import { nameOfMeasure, type Measure } from '../query/measure.ts'
import { query, type Query, type Sort } from '../query/query.ts'
import type { Filter } from '../query/filter.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'

/** A tile before it has an id and a place. */
export type Draft = { readonly title: string; readonly query: Query; readonly chart: ChartSpec }

type Asked = {
  readonly title: string
  readonly type: ChartTypeId
  readonly dimensions?: readonly Dimension[]
  readonly measures: readonly Measure[]
  readonly filters?: readonly Filter[]
  readonly sort?: Sort
  readonly limit?: number
}

/** The parts that the columns play: the first dimension lies along x, the second splits; two measures make a scatter. */
function partsOf(type: ChartTypeId, dimensions: readonly string[], measures: readonly string[]): ChartSpec {
  const [x = null, series = null] = dimensions
  switch (type) {
    case 'number':
      return { type, x, y: [...measures], series: null }
    case 'table':
      return { type, x: null, y: [...dimensions, ...measures], series: null }
    case 'scatter':
      return { type, x: measures[0] ?? null, y: measures.slice(1, 2), series: null }
    case 'histogram':
      return { type, x, y: [...measures], series: null }
    case 'bar':
    case 'line':
      return { type, x, y: [...measures], series }
  }
}

/** A tile that asks for these dimensions and measures. */
export function draft(model: SemanticModel, asked: Asked): Draft {
  const { title, type, dimensions = [], measures, filters = [], sort, limit } = asked
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
    chart: partsOf(type, dimensions.map(nameOfDimension), measures.map(nameOfMeasure)),
  }
}

/** Largest first by a measure. */
export const largestBy = (measure: Measure): Sort => ({ by: nameOfMeasure(measure), direction: 'descending' })
