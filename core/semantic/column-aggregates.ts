import type { ColumnProfile } from '../profile/profile.ts'
import { type KindId, kinds } from './kinds/registry.ts'
import { holds, isCountName, meanWords, neverSumWords, sumWords } from './name-hints.ts'
import { wordsOfName } from '../profile/name-words.ts'
import type { Aggregate, Role } from './vocabulary.ts'

/** The allowed aggregates and the default one. */
export type Allowed = { readonly aggregates: readonly Aggregate[]; readonly usual: Aggregate }

function ofMeasure({ name, unit }: ColumnProfile, adds: boolean): Allowed {
  const words = wordsOfName(name)
  const isCounted = isCountName(words)
  const neverSummed = !adds || unit === '%' || (holds(words, neverSumWords) && !isCounted)
  const spread = ['mean', 'median', 'min', 'max', 'count', 'distinct'] as const
  if (neverSummed) return { aggregates: spread, usual: 'mean' }
  const isSummed = isCounted || holds(words, sumWords)
  const isPerUnit = holds(words, meanWords) && !words.includes('total')
  return { aggregates: ['sum', ...spread], usual: isSummed && !isPerUnit ? 'sum' : 'mean' }
}

/** The aggregates of a column by role; ids are only counted. */
export function aggregatesOf(
  column: ColumnProfile,
  { role, kind }: { readonly role: Role; readonly kind: KindId },
): Allowed {
  const isNumber = column.type === 'integer' || column.type === 'decimal'
  switch (role) {
    case 'measure':
      return ofMeasure(column, kinds[kind].adds)
    case 'dimension':
      return isNumber
        ? { aggregates: ['distinct', 'count', 'mean', 'median', 'min', 'max'], usual: 'distinct' }
        : { aggregates: ['distinct', 'count'], usual: 'distinct' }
    case 'time':
      return { aggregates: ['min', 'max', 'median', 'count', 'distinct'], usual: 'max' }
    case 'id':
      return { aggregates: ['distinct', 'count'], usual: 'distinct' }
    case 'text':
      return { aggregates: ['count', 'distinct'], usual: 'count' }
  }
}
