import type { Filter } from '#core/query/filter.ts'
import type { Query } from '#core/query/query.ts'

const dimension = ({ column, grain, bins }: Query['dimensions'][number]): string =>
  `${column}${grain ? `@${grain}` : ''}${bins ? '#' : ''}`
const measure = ({ aggregate, column, share, filter }: Query['measures'][number]): string =>
  `${share ? 'share ' : ''}${aggregate}${column ? ` ${column}` : ''}${filter ? ` of ${condition(filter)}` : ''}`
function condition(filter: Filter): string {
  if ('filters' in filter) return filter.filters.map(condition).join(` ${filter.op} `)
  if ('filter' in filter) return `not ${condition(filter.filter)}`
  if (filter.op === 'in') return `${filter.column}=${filter.values.join('|')}`
  if (filter.op === 'between') return `${filter.column}:${filter.from}..${filter.to}`
  if ('value' in filter) return `${filter.column} ${filter.op} ${filter.value}`
  return `${filter.op} ${filter.column}`
}

/** A Query in one line: measures / groups / filters / order and limit, or the columns listed. */
export function short(query: Query): string {
  const parts = [
    query.columns.length > 0 ? `rows ${query.columns.slice(0, 2).join(',')}` : query.measures.map(measure).join(' + '),
    query.dimensions.length > 0 ? `by ${query.dimensions.map(dimension).join(', ')}` : '',
    query.filters.length > 0 ? `if ${query.filters.map(condition).join(' & ')}` : '',
    query.sort.length > 0 && query.limit < 1000
      ? `${query.sort[0]?.direction === 'descending' ? 'top' : 'bottom'} ${query.limit}`
      : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}
