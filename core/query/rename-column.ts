import { nameOfDimension } from './dimension.ts'
import { nameOfMeasure } from './measure.ts'
import type { Filter } from './filter.ts'
import type { Query } from './query.ts'

type Renaming = { readonly from: string; readonly to: string }

/** Renames a column in a filter. */
export function renameInFilter(filter: Filter, renaming: Renaming): Filter {
  if ('filters' in filter) return { ...filter, filters: filter.filters.map((each) => renameInFilter(each, renaming)) }
  if ('filter' in filter) return { ...filter, filter: renameInFilter(filter.filter, renaming) }
  return filter.column === renaming.from ? { ...filter, column: renaming.to } : filter
}

/** Renames a column in a Query. Result names stay, so charts of them remain valid. */
export function renameColumn(asked: Query, renaming: Renaming): Query {
  const { from, to } = renaming
  const name = (column: string): string => (column === from ? to : column)
  return {
    ...asked,
    dimensions: asked.dimensions.map((dimension) =>
      dimension.column === from ? { ...dimension, column: to, as: nameOfDimension(dimension) } : dimension,
    ),
    measures: asked.measures.map((measure) => ({
      ...measure,
      ...(measure.column === from ? { column: to, as: nameOfMeasure(measure) } : {}),
      ...(measure.filter ? { filter: renameInFilter(measure.filter, renaming) } : {}),
    })),
    columns: asked.columns.map(name),
    filters: asked.filters.map((filter) => renameInFilter(filter, renaming)),
    sort: asked.columns.length > 0 ? asked.sort.map((sort) => ({ ...sort, by: name(sort.by) })) : asked.sort,
  }
}
