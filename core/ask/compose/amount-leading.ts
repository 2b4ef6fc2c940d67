import { singular } from '../../profile/name-words.ts'
import type { Kind } from '../mention.ts'
import { free, use, wordsAt, type Draft } from './draft.ts'

/** What may stand before the number of a question that begins with it. */
const leading = new Set<Kind>(['asks', 'list', 'filler', 'is', 'of', 'in'])
/** What may stand between `two owners` and `with the most goals`. */
const between = new Set<Kind>(['has', 'in', 'is', 'asks', 'value', 'column', 'entity', 'unknown', 'of', 'grain'])

/** Is it the plural of what is asked after? */
function isPluralNoun(draft: Draft, at: number): boolean {
  const noun = draft.items[at]?.meaning
  if (noun?.kind === 'column') return noun.isPlural
  const words = wordsAt(draft, at).toLowerCase()
  return (noun?.kind === 'entity' || noun?.kind === 'grain') && singular(words) !== words
}

const areAll = (draft: Draft, from: number, to: number, kinds: ReadonlySet<Kind>): boolean =>
  draft.items.slice(from, to).every(({ meaning }) => kinds.has(meaning.kind))

/** `two owners with the most goals`, `which 3 stores sold the most`: a number before the plural that is asked after. */
export function amountLeading(draft: Draft, rank: number): number | null {
  const place = draft.items.findIndex((_, at) => at < rank && free(draft, at, 'amount') !== null)
  const amount = free(draft, place, 'amount')
  if (amount === null || amount.meaning.of || !isPluralNoun(draft, place + 1)) return null
  if (!areAll(draft, 0, place, leading) || !areAll(draft, place + 1, rank, between)) return null
  const { value } = amount.meaning
  if (!Number.isInteger(value) || value < 1 || value > 1000) return null
  use(draft, place)
  return value
}
