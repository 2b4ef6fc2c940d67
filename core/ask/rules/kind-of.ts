import { singular, wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import type { Mention } from '../mention.ts'
import type { Rule } from './rule.ts'

/** Words for what tells one kind of thing from another; before `of` they are never empty talk. */
export const kindNouns: ReadonlySet<string> = new Set(
  'type kind category class sort group segment genre style'.split(' '),
)

const namesKind = ({ label, role }: SemanticColumn): boolean =>
  role === 'dimension' && kindNouns.has(singular(wordsOfName(label).at(-1) ?? ''))

/** The column of kinds: that which shares a word with the noun, else the only one. */
function kindColumn(noun: string, { columns }: SemanticModel): SemanticColumn | null {
  const kinds = columns.filter(namesKind)
  const own = kinds.filter(({ label }) => wordsOfName(label).map(singular).includes(singular(noun)))
  const [first, ...others] = own.length > 0 ? own : kinds
  return first !== undefined && others.length === 0 ? first : null
}

const isGroup = ({ meaning }: Mention): boolean => meaning.kind === 'column' && meaning.column.role === 'dimension'

/** `type of asset`: the column of such kinds, else the column that the noun names. */
export const kindOfRule: Rule = {
  spec: 'K20',
  find: ({ words, starting, model }, from) => {
    const [kind, of, noun] = words.slice(from, from + 3)
    if (kind === undefined || noun === undefined || !kindNouns.has(singular(kind.lower)) || of?.lower !== 'of')
      return []
    const column = kindColumn(noun.lower, model)
    const isPlural = singular(kind.lower) !== kind.lower
    const whole = (one: SemanticColumn, to: number, score: number): Mention => ({
      from,
      to,
      meaning: { kind: 'column', column: one, isPlural },
      score,
    })
    const isNoun = (starting[from + 2] ?? []).some(
      ({ meaning }) => meaning.kind === 'entity' || meaning.kind === 'column',
    )
    if (column !== null && isNoun) return [whole(column, from + 3, 0.9)]
    return (starting[from + 2] ?? [])
      .filter(isGroup)
      .flatMap(({ meaning, to, score }) => (meaning.kind === 'column' ? [whole(meaning.column, to, score * 0.9)] : []))
  },
}
