import type { Filter } from '#core/query/filter.ts'
import { isMoment } from '#core/query/type-rules.ts'
import type { SemanticColumn } from '#core/semantic/semantic-model.ts'

/** The kinds of filter on a column. */
export type Way = 'values' | 'range' | 'relative' | 'contains' | 'startsWith' | 'endsWith' | 'top' | 'empty'

export const wayWords: Record<Way, string> = {
  values: 'is one of',
  range: 'is between',
  relative: 'is, told from today',
  contains: 'contains',
  startsWith: 'starts with',
  endsWith: 'ends with',
  top: 'is among the first',
  empty: 'is empty',
}

type Allowed = { readonly ranks: boolean; readonly tellsFromNow: boolean }

/** The kinds of filter for a column, most likely first. */
export function waysOf(
  { type, values, range, nulls }: SemanticColumn,
  { ranks, tellsFromNow }: Allowed,
): readonly Way[] {
  const empty: readonly Way[] = nulls > 0 ? ['empty'] : []
  if (type === 'boolean') return ['values', ...empty]
  if (type === 'text') {
    const listed: readonly Way[] = values.length > 0 ? ['values'] : []
    return [...listed, 'contains', 'startsWith', 'endsWith', ...(ranks ? (['top'] as const) : []), ...empty]
  }
  if (isMoment(type)) return ['range', ...(tellsFromNow ? (['relative'] as const) : []), ...empty]
  return [...(range ? (['range'] as const) : []), ...(ranks ? (['top'] as const) : []), ...empty]
}

/** Removes a negation. */
export const plainFilter = (filter: Filter | null): Filter | null => (filter?.op === 'not' ? filter.filter : filter)

/** The kind of an existing filter; null if no editor created it. */
export function wayOf(filter: Filter | null): Way | null {
  const plain = plainFilter(filter)
  switch (plain?.op) {
    case 'in':
      return 'values'
    case 'between':
    case 'greaterOrEqual':
    case 'lessOrEqual':
      return 'range'
    case 'relative':
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return plain.op
    case 'isNull':
      return 'empty'
    default:
      return null
  }
}
