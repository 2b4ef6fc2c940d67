import type { Filter } from './filter.ts'

/** True if a filter, or a part of it, compares with an aggregate. */
export function comparesWithAggregate(filter: Filter): boolean {
  if ('filters' in filter) return filter.filters.some(comparesWithAggregate)
  return 'filter' in filter ? comparesWithAggregate(filter.filter) : filter.op === 'against'
}
