import { nameOfDimension } from './dimension.ts'
import { nameOfMeasure } from './measure.ts'
import type { Filter } from './filter.ts'
import type { Query } from './query.ts'

type Renaming = { readonly from: string; readonly to: string }

/** Renames a column in a filter. */
export function renameInFilter(filter: Filter, renaming: Renaming): Filter {
  if ('filters' in filter) return { ...filter, filters: filter.filters.map((each) => renameInFilter(each, renaming)) }
  if ('filter' in filter) return { ...filter, filter: renameInFilter(filter.filter, renaming) }
  const renamed = (column: string): string => (column === renaming.from ? renaming.to : column)
  const within = filter.op === 'against' && filter.within ? { within: filter.within.map(renamed) } : {}
  return { ...filter, column: renamed(filter.column), ...within }
}

/** Renames a column in what groups rows. */
const renameInGroups = ({ dimensions, measures }: Pick<Query, 'dimensions' | 'measures'>, renaming: Renaming) => ({
  dimensions: dimensions.map((dimension) =>
    dimension.column === renaming.from
      ? { ...dimension, column: renaming.to, as: nameOfDimension(dimension) }
      : dimension,
  ),
  measures: measures.map((measure) => ({
    ...measure,
    ...(measure.column === renaming.from ? { column: renaming.to, as: nameOfMeasure(measure) } : {}),
    ...(measure.filter ? { filter: renameInFilter(measure.filter, renaming) } : {}),
  })),
})

/** Renames a column in a Query. Result names stay, so charts of them remain valid. */
export function renameColumn(asked: Query, renaming: Renaming): Query {
  const name = (column: string): string => (column === renaming.from ? renaming.to : column)
  const ofRows = renameInGroups(asked.groups ?? asked, renaming)
  return {
    ...asked,
    ...(asked.groups ? { groups: { ...asked.groups, ...ofRows } } : ofRows),
    columns: asked.columns.map(name),
    filters: asked.filters.map((filter) => renameInFilter(filter, renaming)),
    sort: asked.columns.length > 0 ? asked.sort.map((sort) => ({ ...sort, by: name(sort.by) })) : asked.sort,
  }
}
