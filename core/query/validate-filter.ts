import { fail } from '../errors.ts'
import { readDuration } from '../table/duration.ts'
import type { ColumnType, Field } from '../table/table.ts'
import { periodOf } from './period.ts'
import type { AgainstFilter, Filter, LeafFilter, PartFilter, Scalar } from './filter.ts'
import { isMoment, isQuantity, nameOfType } from './type-rules.ts'
import { first, type Problem } from './problem.ts'

type Find = (name: string) => Field

/** Values must match the column's type; substring operators require text, and ordering excludes booleans. */
export function problemOfFilter(filter: Filter, find: Find): Problem {
  if ('filters' in filter) return first(filter.filters, (part) => problemOfFilter(part, find))
  if ('filter' in filter) return problemOfFilter(filter.filter, find)
  return problemOfLeaf(filter, find(filter.column))
}

function problemOfLeaf(filter: LeafFilter, field: Field): Problem {
  if ('text' in filter) return problemOfSearch(field)
  switch (filter.op) {
    case 'isNull':
      return null
    case 'in':
      return first(filter.values, (value) => problemOfValue(field, value))
    case 'between':
      return problemOfOrder(field, [filter.from, filter.to])
    case 'relative':
      return problemOfMoments(field)
    case 'part':
      return problemOfPart(filter, field)
    case 'against':
      return problemOfAgainst(filter, field)
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return problemOfOrder(field, [filter.value])
  }
}

function problemOfSearch({ name: column, type }: Field): Problem {
  if (type === 'text') return null
  return fail('query/wrong-type', {
    column,
    type: nameOfType[type],
    action: 'cannot be searched for text',
    instead: 'Compare it with a value or a range.',
  })
}

function problemOfMoments({ name: column, type }: Field): Problem {
  if (isMoment(type)) return null
  return fail('query/wrong-type', {
    column,
    type: nameOfType[type],
    action: 'cannot be told from now',
    instead: 'Choose a column of dates, or compare it with a value.',
  })
}

function problemOfPart({ part }: PartFilter, { name: column, type }: Field): Problem {
  if (isMoment(type) && (type !== 'date' || part !== 'hourOfDay')) return null
  return fail('query/wrong-type', {
    column,
    type: nameOfType[type],
    action: isMoment(type) ? 'have no hours' : 'have no such part',
    instead: isMoment(type) ? 'Choose a column of times, or days.' : 'Choose a column of dates.',
  })
}

function problemOfAgainst({ aggregate, quantile }: AgainstFilter, { name: column, type }: Field): Problem {
  if (aggregate === 'quantile' && quantile === undefined)
    return fail('query/invalid', { reason: `Which quantile is “${column}” compared with? Name one from 0 to 1.` })
  if (isQuantity(type)) return null
  return fail('query/wrong-type', {
    column,
    type: nameOfType[type],
    action: 'cannot be compared with an average or its like',
    instead: 'Choose a column of numbers.',
  })
}

function problemOfOrder(field: Field, values: readonly Scalar[]): Problem {
  if (field.type !== 'boolean') return first(values, (value) => problemOfValue(field, value))
  return fail('query/wrong-type', {
    column: field.name,
    type: nameOfType.boolean,
    action: 'has no order',
    instead: 'Ask for true or false.',
  })
}

const wanted: Record<ColumnType, string> = {
  boolean: 'true or false',
  integer: 'a number',
  decimal: 'a number',
  date: 'a date such as 2024-03-01',
  timestamp: 'a date such as 2024-03-01 or a time such as 2024-03-01T09:30:00Z',
  duration: 'a duration such as 1:30:00 or 90 min',
  text: 'text in quotes',
}

function problemOfValue({ name: column, type }: Field, value: Scalar): Problem {
  if (isComparable(type, value)) return null
  return fail('query/wrong-type', {
    column,
    type: nameOfType[type],
    action: `cannot be compared with ${JSON.stringify(value)}`,
    instead: `Use ${wanted[type]}.`,
  })
}

function isComparable(type: ColumnType, value: Scalar): boolean {
  if (isMoment(type)) return typeof value === 'string' && periodOf(value) !== null
  if (type === 'text') return typeof value === 'string'
  if (type === 'duration') return typeof value === 'number' || readDuration(String(value)) !== null
  return typeof value === (type === 'boolean' ? 'boolean' : 'number')
}
