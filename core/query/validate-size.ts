import { fail } from '../errors.ts'
import { filtersIn } from './columns-of-query.ts'
import type { Filter } from './filter.ts'
import type { Problem } from './problem.ts'
import type { Query } from './query.ts'

/** Maximum comparisons in all filters; each runs for every row. */
const maxComparisons = 500

const comparisonsOf = (filters: readonly Filter[]): number =>
  filters.reduce((sum, filter) => {
    if ('filters' in filter) return sum + comparisonsOf(filter.filters)
    return sum + ('filter' in filter ? comparisonsOf([filter.filter]) : 1)
  }, 0)

export function problemOfSize(asked: Query): Problem {
  const comparisons = comparisonsOf(filtersIn(asked))
  if (comparisons <= maxComparisons) return null
  return fail('query/invalid', {
    reason: `The filters make ${comparisons} comparisons; a query makes at most ${maxComparisons}.`,
  })
}
