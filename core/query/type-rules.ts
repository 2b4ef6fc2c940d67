import type { Aggregate } from '../semantic/vocabulary.ts'
import type { ColumnType } from '../table/table.ts'

export const isMoment = (type: ColumnType): boolean => type === 'date' || type === 'timestamp'
/** Numbers and durations: types that support sums, means and bins. */
export const isQuantity = (type: ColumnType): boolean => type === 'integer' || type === 'decimal' || type === 'duration'

const numbers: readonly ColumnType[] = ['integer', 'decimal', 'duration']
const countable: readonly ColumnType[] = [...numbers, 'boolean']
const all: readonly ColumnType[] = [...countable, 'date', 'timestamp', 'text']

/** Supported types of each aggregate. Booleans sum as 1 for true and 0 for false. */
export const aggregable: Record<Aggregate, readonly ColumnType[]> = {
  count: all,
  distinct: all,
  sum: countable,
  mean: countable,
  median: [...numbers, 'date', 'timestamp'],
  min: all,
  max: all,
  quantile: numbers,
  sd: numbers,
  variance: ['integer', 'decimal'],
  mode: all,
  first: all,
  last: all,
}

/** Aggregates that may be shown as a share of their total. */
export const shareable: readonly Aggregate[] = ['count', 'distinct', 'sum']

/** These return a decimal, except a duration for durations and a moment for a median of moments. */
const averaging: readonly Aggregate[] = ['mean', 'median', 'quantile', 'sd', 'variance']

/** The type of a measure's result. */
export function typeOfMeasure(aggregate: Aggregate, type: ColumnType | null, isShare: boolean): ColumnType {
  if (isShare) return 'decimal'
  if (aggregate === 'count' || aggregate === 'distinct' || type === null) return 'integer'
  if (type === 'duration') return 'duration'
  if (averaging.includes(aggregate) && !isMoment(type)) return 'decimal'
  return aggregate === 'sum' && type === 'boolean' ? 'integer' : type
}

/** The words for a type in messages. */
export const nameOfType: Record<ColumnType, string> = {
  boolean: 'yes or no',
  integer: 'whole numbers',
  decimal: 'numbers',
  date: 'dates',
  timestamp: 'times',
  duration: 'durations',
  text: 'text',
}
