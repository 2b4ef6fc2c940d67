import { columnsOfFilter } from '#core/query/columns-of-query.ts'
import type { Filter } from '#core/query/filter.ts'

const same = (a: Filter, b: Filter): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Adds a filter, replacing one on the same column; removes it if it is present. */
export function toggleFilter(filters: readonly Filter[], filter: Filter): readonly Filter[] {
  if (filters.some((each) => same(each, filter))) return filters.filter((each) => !same(each, filter))
  const [column] = columnsOfFilter(filter)
  return [...filters.filter((each) => columnsOfFilter(each)[0] !== column), filter]
}
