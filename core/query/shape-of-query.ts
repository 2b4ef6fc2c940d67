import type { Filter } from './filter.ts'
import { listsRows, type Query } from './query.ts'

const filterShape = (filter: Filter): string => {
  if ('filters' in filter) return `${filter.op}(${filter.filters.map(filterShape).join(',')})`
  return 'filter' in filter ? `not(${filterShape(filter.filter)})` : filter.op
}

const groupsShape = ({ dimensions, measures }: Pick<Query, 'dimensions' | 'measures'>) => ({
  dimensions: dimensions.map(
    ({ grain, part, bins, binWidth }) =>
      grain ?? part ?? (bins === undefined && binWidth === undefined ? 'value' : 'bins'),
  ),
  measures: measures.map(({ aggregate, share, over }) =>
    [aggregate, share ? 'share' : '', over?.window ?? ''].filter((word) => word !== '').join(' '),
  ),
})

/** The structure of a Query without names or values: groups, measures and filters by type. For logs. */
export function shapeOfQuery(asked: Query) {
  return {
    lists: listsRows(asked) ? asked.columns.length : 0,
    ...groupsShape(asked),
    groups: asked.groups ? groupsShape(asked.groups) : null,
    statistic: asked.statistic ?? null,
    filters: asked.filters.map(filterShape),
    joins: asked.joins.length,
    calculations: asked.calculations.length,
    top: asked.top.length,
    compares: asked.compare?.to ?? null,
    limit: asked.limit,
  }
}
