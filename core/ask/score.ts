import { wordsAt, type Draft } from './compose/draft.ts'
import type { Mention } from './mention.ts'
import type { Word } from './words.ts'

/** The readings' prior: even a question whose every word is understood may mean something else. */
const base = 0.97

/** How surely a column is meant that stands beside its own value. */
const confirmed = 0.93

/** A reading with a chance this high is an answer by itself. */
export const sure = 0.6
/** A reading with a guess is never sure. */
export const mostOfGuess = 0.59
/** With a guess, the words must say this much: nothing else may be in doubt. */
export const leastOfGuess = 0.57
/** From here on a reading is worth showing as an answer that may be wrong. */
export const plausible = 0.52
/** Below this a reading is not worth naming. */
export const faint = 0.2

/** Content words without a meaning, as written: none may be ignored lightly. */
export const unknownWords = (draft: Draft): readonly Word[] =>
  draft.items.flatMap(({ meaning, from }, at) => {
    const word = draft.words[from]
    return meaning.kind === 'unknown' && !draft.used.has(at) && word ? [word] : []
  })

/** Numbers that the draft has no use for, as written. */
export const unreadAmounts = (draft: Draft): readonly string[] =>
  draft.items.flatMap(({ meaning }, at) =>
    meaning.kind === 'amount' && !draft.used.has(at) ? [wordsAt(draft, at)] : [],
  )

/** A quoted or capital word that means nothing is likely a value that the data does not hold. */
function lossOf(word: Word, isFirst: boolean, others: number): number {
  if (word.lower.length <= 2 && !/\d/.test(word.lower)) return 0.85
  if (word.isQuoted || (!isFirst && /^\p{Lu}/u.test(word.text)) || /^\d/.test(word.text)) return 0.35
  return others > 8 ? 0.62 : 0.5
}

const isMatch = ({ meaning }: Mention): boolean =>
  meaning.kind === 'column' || meaning.kind === 'value' || meaning.kind === 'piece'

/** The chance, 0 to 1, that a draft is what was meant. */
export function scoreOf(draft: Draft, factor: number): number {
  const known = draft.items.flatMap((item, at) => {
    if (!isMatch(item)) return []
    return [draft.confirmed.has(at) ? Math.max(confirmed, item.score) : item.score]
  })
  const matched = known.reduce((product, score) => product * score ** (known.length > 3 ? 3 / known.length : 1), 1)
  const content = draft.items.filter(({ meaning }) => meaning.kind !== 'of' && meaning.kind !== 'is').length
  const lost = unknownWords(draft).reduce(
    (product, word) => product * lossOf(word, word === draft.words[0], content),
    1,
  )
  return base * matched * lost * draft.factor * factor
}
