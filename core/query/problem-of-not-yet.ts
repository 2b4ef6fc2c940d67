import { fail } from '../errors.ts'
import type { Filter } from './filter.ts'
import type { Measure } from './measure.ts'
import type { Problem } from './problem.ts'
import type { Query } from './query.ts'

const isRelative = (filter: Filter): boolean =>
  'filters' in filter
    ? filter.filters.some(isRelative)
    : 'filter' in filter
      ? isRelative(filter.filter)
      : filter.op === 'relative'

const computed = ['count', 'distinct', 'sum', 'mean', 'median', 'min', 'max']

const isPlain = ({ aggregate, over, share, filter }: Measure): boolean =>
  computed.includes(aggregate) && !over && typeof share !== 'object' && !(filter && isRelative(filter))

/** What a Query can say before the engines can answer it. */
export function problemOfNotYet(asked: Query): Problem {
  const isAnswered =
    asked.joins.length + asked.calculations.length + asked.top.length + asked.having.length === 0 &&
    asked.compare === undefined &&
    asked.pivot === undefined &&
    asked.timeZone === 'UTC' &&
    asked.weekStart === 'monday' &&
    asked.fiscalYearStart === 1 &&
    asked.dimensions.every(({ part, binWidth }) => part === undefined && binWidth === undefined) &&
    asked.measures.every(isPlain) &&
    !asked.filters.some(isRelative)
  return isAnswered ? null : fail('query/not-yet')
}
