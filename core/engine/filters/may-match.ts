import type { Zone } from '../../query/calendar/zone.ts'
import { type Filter, isUnresolved } from '../../query/filter.ts'
import { compareText } from '../../table/compare-text.ts'
import type { ColumnStatistics, RowGroup } from '../../table/source.ts'
import type { ColumnType, Field } from '../../table/table.ts'
import { rangesOf } from './value-range.ts'
import { ownValue } from '../../own-value.ts'

/** True unless the statistics prove that no row of the group passes. */
export function mayMatch(filters: readonly Filter[], group: RowGroup, known: FilterContext): boolean {
  const types = new Map(known.fields.map(({ name, type }) => [name, type]))
  return filters.every((filter) => might(filter, group, { types, zone: known.zone }))
}

/** Context that gives filter values their meaning. */
type FilterContext = { readonly fields: readonly Field[]; readonly zone: Zone }
type Meaning = { readonly types: ReadonlyMap<string, ColumnType>; readonly zone: Zone }

function might(filter: Filter, group: RowGroup, meaning: Meaning): boolean {
  if ('filters' in filter) {
    const test = (part: Filter): boolean => might(part, group, meaning)
    return filter.op === 'and' ? filter.filters.every(test) : filter.filters.some(test)
  }
  if ('filter' in filter || isUnresolved(filter)) return true
  const known = ownValue(group.statistics, filter.column)
  const type = meaning.types.get(filter.column)
  if (!known || !type) return true
  // Other writers store NaN, which is null here, in decimal columns and do not count it as null.
  if (filter.op === 'isNull') return known.nulls > 0 || type === 'decimal'
  if (known.nulls === group.rows) return false
  if (filter.op === 'part') return true
  return typeof known.min === 'string'
    ? mightText(filter, known)
    : mightNumber(filter, known, { type, zone: meaning.zone })
}

type Compared = Exclude<Filter, { readonly op: 'and' | 'or' | 'not' | 'isNull' | 'relative' | 'against' | 'part' }>

type Kind = { readonly type: ColumnType; readonly zone: Zone }

function mightNumber(filter: Compared, { min, max }: ColumnStatistics, { type, zone }: Kind): boolean {
  if ('text' in filter || type === 'text') return true
  if (typeof min !== 'number' || typeof max !== 'number') return true
  return rangesOf(filter, type, zone).some(({ low, high }) => low <= max && high >= min)
}

/** Text bounds may be truncated: `min` is at most the smallest text, `max` at least the largest. */
function mightText(filter: Compared, { min, max }: ColumnStatistics): boolean {
  if (typeof min !== 'string' || typeof max !== 'string') return true
  const reaches = (from: string | null, to: string | null): boolean =>
    (from === null || compareText(from, max) <= 0) && (to === null || compareText(to, min) >= 0)
  switch (filter.op) {
    case 'in':
      return filter.values.some((value) => reaches(String(value), String(value)))
    case 'between':
      return reaches(String(filter.from), String(filter.to))
    case 'less':
    case 'lessOrEqual':
      return reaches(null, String(filter.value))
    case 'greater':
    case 'greaterOrEqual':
      return reaches(String(filter.value), null)
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return true
  }
}
