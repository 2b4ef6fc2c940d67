import { wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { isKind, type MentionOf } from '../mention.ts'
import type { Chart } from './chart.ts'
import type { Rule } from './rule.ts'

/** Words in the name of a column that says from where, or to where, something goes. */
const origins = new Set(
  'pickup pick origin from start source departure depart sender begin starting leaving orig'.split(' '),
)
const destinations = new Set(
  'dropoff drop destination dest to end arrival arrive target receiver finish ending'.split(' '),
)

const isNamed = ({ name }: SemanticColumn, words: ReadonlySet<string>): boolean =>
  wordsOfName(name).some((word) => words.has(word))

/** The values that start at a word, of a column that is named so. */
const valuesAt = ({ starting }: Chart, at: number, named: ReadonlySet<string>): readonly MentionOf<'value'>[] =>
  (starting[at] ?? [])
    .filter((mention) => isKind(mention, 'value'))
    .filter(({ meaning }) => isNamed(meaning.column, named))

/** The values that a `from` or a `to` at a word leads to, of a column that says from where, or to where. */
export function valuesAlong(chart: Chart, at: number): readonly MentionOf<'value'>[] {
  const word = chart.words[at]?.lower ?? ''
  if (word === 'from') return valuesAt(chart, at + 1, origins)
  return word === 'to' ? valuesAt(chart, at + 1, destinations) : []
}

/** `from Manhattan to Queens`: where both ends are columns of their own, the preposition says which is meant. */
export const waysRule: Rule = {
  spec: 'K17',
  find: (chart, from) => valuesAlong(chart, from).map((mention) => ({ ...mention, from, score: 0.99 })),
}
