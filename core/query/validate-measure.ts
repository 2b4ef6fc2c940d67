import { fail } from '../errors.ts'
import type { Field } from '../table/table.ts'
import { nameOfDimension } from './dimension.ts'
import { type Measure, nameOfMeasure } from './measure.ts'
import { nearestName } from '../semantic/nearest-name.ts'
import type { Query } from './query.ts'
import { typeOfResult } from './result-fields.ts'
import { aggregable, isMoment, isQuantity, nameOfType, shareable } from './type-rules.ts'
import { problemOfFilter } from './validate-filter.ts'
import type { Problem } from './problem.ts'

type Find = (name: string) => Field

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

/** Checks a measure of a grouped Query: aggregate, share and window. */
export const problemOfMeasure = (measure: Measure, query: Query, find: Find): Problem =>
  problemOfAggregate(measure, find) ?? problemOfShare(measure, query) ?? problemOfWindow(measure, query, find)

/** Every aggregate except a row count needs a column of a supported type; `first` and `last` also need moments. */
export function problemOfAggregate(measure: Measure, find: Find): Problem {
  const { aggregate, column, filter } = measure
  if (aggregate === 'formula') return filter ? problemOfFilter(filter, find) : null
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
  return problemOfMoment(measure, find) ?? (filter ? problemOfFilter(filter, find) : null)
}

function problemOfMoment({ aggregate, column, by }: Measure, find: Find): Problem {
  if (aggregate !== 'first' && aggregate !== 'last') return null
  if (by === undefined) {
    return fail('query/invalid', {
      reason: `The ${aggregate} “${column}” by which time? Name a column of dates with “by”.`,
    })
  }
  const { type } = find(by)
  if (isMoment(type)) return null
  return fail('query/wrong-type', {
    column: by,
    type: nameOfType[type],
    action: `cannot tell what is ${aggregate}`,
    instead: 'Choose a column of dates.',
  })
}

function problemOfShare({ aggregate, share }: Measure, { dimensions }: Query): Problem {
  if (share === undefined || share === false) return null
  if (aggregate === 'formula' || !shareable.includes(aggregate)) {
    return fail('query/invalid', {
      reason: `A share can be taken of a ${shareable.join(', ')}, not of a ${aggregate}.`,
    })
  }
  if (typeof share !== 'object') return null
  const names = dimensions.map(nameOfDimension)
  const unknown = share.within.find((name) => !names.includes(name))
  if (unknown === undefined) return null
  return fail('query/unknown-dimension', { name: unknown, nearest: nearestName(unknown, names), names })
}

function problemOfWindow(measure: Measure, { dimensions }: Query, find: Find): Problem {
  if (!measure.over) return null
  const names = dimensions.map(nameOfDimension)
  const ranked = measure.over.window === 'rank' ? (measure.over.within ?? []) : []
  const unknown = ranked.find((one) => !names.includes(one))
  if (unknown !== undefined)
    return fail('query/unknown-dimension', { name: unknown, nearest: nearestName(unknown, names), names })
  const name = nameOfMeasure(measure)
  if (dimensions.length === 0) {
    return fail('query/invalid', { reason: `“${name}” runs along groups: add a dimension to group by.` })
  }
  const type = typeOfResult({ ...measure, over: undefined }, (column) => find(column).type)
  if (isQuantity(type)) return null
  return fail('query/invalid', { reason: `“${name}” needs numbers, and it would be of ${nameOfType[type]}.` })
}
