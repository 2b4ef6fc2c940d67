import { wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { Mention } from '../mention.ts'
import type { Word } from '../words.ts'

type End = 'middle' | 'high' | 'low'

/** Words of names that say which figure of a day, a trade or a reading a column holds. */
const ends: Readonly<Record<End, ReadonlySet<string>>> = {
  middle: new Set(['mean', 'average', 'avg', 'median']),
  high: new Set(['max', 'maximum', 'high', 'highest', 'peak']),
  low: new Set(['min', 'minimum', 'low', 'lowest']),
}

/** What a question says where it is after the one end or the other. */
const asked: Readonly<Record<'high' | 'low', ReadonlySet<string>>> = {
  high: new Set(
    'max maximum highest high hottest warmest hotter warmer peak top most strongest windiest greatest'.split(' '),
  ),
  low: new Set('min minimum lowest low coldest coolest colder cooler least weakest calmest smallest'.split(' ')),
}

const endOf = ({ name }: SemanticColumn): End | null => {
  const words = wordsOfName(name)
  const [end] = (['middle', 'high', 'low'] as const).filter((each) => words.some((word) => ends[each].has(word)))
  return end ?? null
}

const restOf = ({ name }: SemanticColumn): string =>
  wordsOfName(name)
    .filter((word) => !Object.values(ends).some((each) => each.has(word)))
    .join(' ')

function endAsked(words: readonly Word[]): End {
  const says = (end: 'high' | 'low'): boolean => words.some(({ lower }) => asked[end].has(lower))
  if (says('high') === says('low')) return 'middle'
  return says('high') ? 'high' : 'low'
}

/**
 * Of columns that hold the lowest, the middle and the highest of one thing, the one that is usually meant: the end that
 * the question is after, else the middle. Null where the columns are of several things, or none is in the middle.
 */
export function usualOf(meant: readonly Mention[], words: readonly Word[]): Mention | null {
  const columns = meant.flatMap(({ meaning }) => (meaning.kind === 'column' ? [meaning.column] : []))
  const [first, ...others] = columns
  if (first === undefined || others.length === 0 || new Set(columns.map(restOf)).size > 1) return null
  const byEnd = new Map(columns.map((column, at) => [endOf(column), meant[at]] as const))
  if (!byEnd.has('middle') || byEnd.has(null) || byEnd.size < columns.length) return null
  return byEnd.get(endAsked(words)) ?? null
}
