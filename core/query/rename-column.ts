import type { Filter, Query } from './query.ts'

type Renaming = { readonly from: string; readonly to: string }

function inFilter(filter: Filter, renaming: Renaming): Filter {
  if ('filters' in filter) return { ...filter, filters: filter.filters.map((each) => inFilter(each, renaming)) }
  if ('filter' in filter) return { ...filter, filter: inFilter(filter.filter, renaming) }
  return filter.column === renaming.from ? { ...filter, column: renaming.to } : filter
}

/** The same question of another column. What its result is called changes with it, unless it was named. */
export function renameColumn(asked: Query, renaming: Renaming): Query {
  const { from, to } = renaming
  const name = (column: string): string => (column === from ? to : column)
  return {
    ...asked,
    dimensions: asked.dimensions.map((dimension) => ({ ...dimension, column: name(dimension.column) })),
    measures: asked.measures.map((measure) => ({
      ...measure,
      ...(measure.column === undefined ? {} : { column: name(measure.column) }),
      ...(measure.filter ? { filter: inFilter(measure.filter, renaming) } : {}),
    })),
    columns: asked.columns.map(name),
    filters: asked.filters.map((filter) => inFilter(filter, renaming)),
  }
}
