import { type Dimension, nameOfDimension } from './dimension.ts'
import type { Groups } from './groups.ts'
import type { Query } from './query.ts'

/** Maximum groups that a Query works on. */
export const maxGroupsOver = 1_000_000

/** The Query that computes the groups, in any order. */
export const queryOfGroups = (asked: Query, { dimensions, measures, having }: Groups): Query => ({
  ...asked,
  groups: undefined,
  dimensions,
  measures,
  having,
  columns: [],
  sort: [],
  limit: maxGroupsOver,
  offset: 0,
  compare: undefined,
  pivot: undefined,
})

/** What a Query asks of its groups, as a Query over their results. */
export const queryOverGroups = (asked: Query): Query => ({
  ...asked,
  groups: undefined,
  joins: [],
  calculations: [],
  filters: [],
  top: [],
})

/** The dimension of the rows behind one of a Query's; null where it cuts the figures of groups. */
export function dimensionOfRows({ groups }: Pick<Query, 'groups'>, dimension: Dimension): Dimension | null {
  if (!groups) return dimension
  const { column, grain, part, bins, binWidth } = dimension
  if ([grain, part, bins, binWidth].some((cut) => cut !== undefined)) return null
  return groups.dimensions.find((each) => nameOfDimension(each) === column) ?? null
}
