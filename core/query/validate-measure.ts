import { fail } from '../errors.ts'
import type { Field } from '../table/table.ts'
import type { Measure } from './measure.ts'
import { aggregable, nameOfType, shareable } from './type-rules.ts'
import { problemOfFilter } from './validate-filter.ts'
import type { Problem } from './problem.ts'

const verbs = {
  count: 'counted',
  distinct: 'counted',
  sum: 'summed',
  mean: 'averaged',
  median: 'put to a median',
  min: 'compared',
  max: 'compared',
  quantile: 'cut into quantiles',
  sd: 'put to a standard deviation',
  variance: 'put to a variance',
  mode: 'compared',
  first: 'compared',
  last: 'compared',
} as const

/** Every aggregate but a count of rows needs a column, of a type it can be computed of. */
export function problemOfMeasure(
  { aggregate, column, filter, share }: Measure,
  find: (name: string) => Field,
): Problem {
  if (aggregate === 'formula') return fail('query/not-yet')
  if (share && !shareable.includes(aggregate)) {
    return fail('query/invalid', {
      reason: `A share can be taken of a ${shareable.join(', ')}, not of a ${aggregate}.`,
    })
  }
  if (column === undefined) {
    if (aggregate !== 'count') return fail('query/invalid', { reason: `Which column is the ${aggregate} of?` })
  } else {
    const { type } = find(column)
    if (!aggregable[aggregate].includes(type)) {
      return fail('query/wrong-type', {
        column,
        type: nameOfType[type],
        action: `cannot be ${verbs[aggregate]}`,
        instead: 'Count its values, or choose a column of numbers.',
      })
    }
  }
  return filter ? problemOfFilter(filter, find) : null
}
