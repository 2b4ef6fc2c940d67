import type { Filter } from './filter.ts'
import type { Query } from './query.ts'

/** The columns a filter looks at; one may stand twice. */
export function columnsOfFilter(filter: Filter): readonly string[] {
  if ('filters' in filter) return filter.filters.flatMap(columnsOfFilter)
  return 'filter' in filter ? columnsOfFilter(filter.filter) : [filter.column]
}

/** Every column a Query reads, once each: what to fetch, to check permissions on, to mark as used. */
export function columnsOfQuery({ dimensions, measures, columns, filters }: Query): readonly string[] {
  const ofMeasures = measures.flatMap(({ column, filter }) => [
    ...(column === undefined ? [] : [column]),
    ...(filter ? columnsOfFilter(filter) : []),
  ])
  const ofDimensions = dimensions.map(({ column }) => column)
  return [...new Set([...ofDimensions, ...ofMeasures, ...columns, ...filters.flatMap(columnsOfFilter)])]
}
