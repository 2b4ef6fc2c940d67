import { fail } from '../errors.ts'
import type { Field } from '../table/table.ts'
import { columnCompared, finestGrain, isBounded, periodLeft } from './compared-period.ts'
import type { Filter } from './filter.ts'
import { isMoment, nameOfType } from './type-rules.ts'
import type { Problem } from './problem.ts'
import type { Query } from './query.ts'

/** A comparison needs measures, moments, and either groups by a time grain or a period with two ends. */
export function problemOfComparison(asked: Query, find: (name: string) => Field): Problem {
  const { compare, measures, dimensions } = asked
  if (!compare) return null
  if (measures.length === 0)
    return fail('query/invalid', { reason: 'A comparison needs a measure: say what is compared.' })
  const column = columnCompared(compare, asked)
  if (column === null) {
    return fail('query/invalid', {
      reason: 'A comparison needs time: name its column of dates, or group by one with a grain.',
    })
  }
  const { type } = find(column)
  if (!isMoment(type)) {
    return fail('query/wrong-type', {
      column,
      type: nameOfType[type],
      action: 'cannot be compared with a time before',
      instead: 'Choose a column of dates.',
    })
  }
  if (dimensions.some((one) => one.column === column && one.grain === undefined && one.part === undefined)) {
    return fail('query/invalid', {
      reason: `Every moment of “${column}” would be a group of its own: cut it to a grain to compare it with the time before.`,
    })
  }
  const isCut = finestGrain(column, dimensions) !== null
  if (isCut || isBounded(periodLeft(column, asked).period) || asked.filters.some((one) => isRelativeTo(one, column)))
    return null
  return fail('query/invalid', {
    reason: `Compared with which time? Filter “${column}” from one date to another, or group by it with a grain.`,
  })
}

/** A relative period has two ends once it is resolved. */
const isRelativeTo = (filter: Filter, column: string): boolean => filter.op === 'relative' && filter.column === column
