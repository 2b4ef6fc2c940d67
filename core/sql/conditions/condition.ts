import { type Filter, isUnresolved, type Scalar, unresolved, type ValueFilter } from '../../query/filter.ts'
import { isMoment } from '../../query/type-rules.ts'
import { readDuration } from '../../table/duration.ts'
import type { ColumnType } from '../../table/table.ts'
import { any, every, list, type Sql, sql, value } from '../sql.ts'
import { comparable, type Scope, type Term, type Writing } from '../term.ts'
import { momentCondition } from './moment-ranges.ts'
import { partCondition } from './part-condition.ts'
import { searchCondition } from './search.ts'

/**
 * A filter as an SQL condition. A comparison with null is unknown in SQL but false in a filter, so `not` is pushed
 * down to the comparisons, which then include nulls.
 */
export function condition(filter: Filter, scope: Scope, writing: Writing, isNegated = false): Sql {
  if ('filters' in filter) {
    const parts = filter.filters.map((part) => condition(part, scope, writing, isNegated))
    return (filter.op === 'and') === isNegated ? any(parts) : every(parts)
  }
  if ('filter' in filter) return condition(filter.filter, scope, writing, !isNegated)
  const term = scope(filter.column)
  if (filter.op === 'isNull') return isNegated ? sql`${term.sql} IS NOT NULL` : sql`${term.sql} IS NULL`
  const written = filter.op === 'part' ? partCondition(term, filter, writing) : leafCondition(term, filter, writing)
  return isNegated ? sql`(NOT (${written}) OR ${term.sql} IS NULL)` : written
}

function leafCondition(term: Term, filter: Exclude<ValueFilter, { readonly op: 'isNull' }>, writing: Writing): Sql {
  if (isUnresolved(filter)) throw unresolved(filter)
  if ('text' in filter) return searchCondition(term.sql, filter, writing.dialect)
  if (isMoment(term.type)) return momentCondition(term, filter, writing.zone)
  const of = (scalar: Scalar): Sql => valueOf(scalar, term.type)
  if (filter.op === 'in')
    return filter.values.length === 0 ? any([]) : sql`${term.sql} IN (${list(filter.values.map(of))})`
  const [left, at] = [
    comparable(term, writing.dialect),
    (scalar: Scalar): Sql => comparable({ ...term, sql: of(scalar) }, writing.dialect),
  ]
  switch (filter.op) {
    case 'between':
      return sql`${left} BETWEEN ${at(filter.from)} AND ${at(filter.to)}`
    case 'less':
      return sql`${left} < ${at(filter.value)}`
    case 'lessOrEqual':
      return sql`${left} <= ${at(filter.value)}`
    case 'greater':
      return sql`${left} > ${at(filter.value)}`
    case 'greaterOrEqual':
      return sql`${left} >= ${at(filter.value)}`
  }
}

function valueOf(scalar: Scalar, type: ColumnType): Sql {
  if (type === 'text') return value(String(scalar), 'text')
  if (type === 'boolean') return value(scalar, 'boolean')
  const isText = type === 'duration' && typeof scalar === 'string'
  return value(isText ? (readDuration(scalar)?.milliseconds ?? 0) : Number(scalar), 'number')
}
