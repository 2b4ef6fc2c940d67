import type { ColumnType } from '../../table/table.ts'
import { type Aggregate, aggregates, type Role } from '../vocabulary.ts'

const ofAnything: readonly Aggregate[] = ['count', 'distinct', 'min', 'max', 'mode', 'first', 'last']
const ofMoments: readonly Aggregate[] = [...ofAnything, 'median']
const adding: ReadonlySet<Aggregate> = new Set(['sum', 'mean', 'median', 'quantile', 'sd', 'variance'])

const ofType: Readonly<Record<ColumnType, readonly Aggregate[]>> = {
  boolean: [...ofAnything, 'sum', 'mean'],
  integer: aggregates,
  decimal: aggregates,
  duration: aggregates.filter((aggregate) => aggregate !== 'variance'),
  date: ofMoments,
  timestamp: ofMoments,
  text: ofAnything,
}

/** The aggregates that a column's type and role allow; identifiers are never summed. */
export const possibleAggregates = (type: ColumnType, role: Role): readonly Aggregate[] =>
  role === 'id' || (role === 'time' && ofType[type] !== ofMoments)
    ? ofType[type].filter((aggregate) => !adding.has(aggregate))
    : ofType[type]
