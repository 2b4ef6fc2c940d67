import { wordsOfName } from '../../profile/name-words.ts'
import { onceFor } from '../../once-for.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { isLexical } from '../lexicon.ts'
import type { Mention } from '../mention.ts'
import { stem, type Word } from '../words.ts'

/** Columns of two words, by both stems, whichever stands first. */
const pairsOf = onceFor(({ columns }: SemanticModel): ReadonlyMap<string, SemanticColumn> => {
  const pairs = new Map<string, SemanticColumn>()
  for (const column of columns) {
    const stems = wordsOfName(column.name).map(stem)
    if (stems.length === 2) pairs.set([...stems].sort().join(' '), column)
  }
  return pairs
})

const links = new Set(['and', 'or', 'vs', 'versus', 'minus', 'to', 'against', 'than', 'with'])
const mostBetween = 4

const isLed = (word: Word | undefined, link: Word | undefined): boolean =>
  word !== undefined && !word.isQuoted && !isLexical(word.lower) && links.has(link?.lower ?? '')

const keyOf = (...stems: readonly string[]): string => [...stems].sort().join(' ')

/** The column of two words that a word names with the head of the next: `dem` of `dem and gop votes`. */
function headedBy(words: readonly Word[], from: number, model: SemanticModel): SemanticColumn | null {
  const word = words[from]
  if (word === undefined || !isLed(word, words[from + 1])) return null
  const pairs = pairsOf(model)
  for (const [at, other] of words.slice(from + 2, from + mostBetween).entries()) {
    const head = words[from + 3 + at]?.stem ?? ''
    const [own, others] = [pairs.get(keyOf(word.stem, head)), pairs.get(keyOf(other.stem, head))]
    if (own !== undefined && others !== undefined && own !== others) return own
  }
  return null
}

/** `dem and gop votes`: the head that two names share is said once, at the end. */
export function findSharedHeads(words: readonly Word[], model: SemanticModel): readonly Mention[] {
  return words.flatMap((_, from): readonly Mention[] => {
    const column = headedBy(words, from, model)
    return column === null
      ? []
      : [{ from, to: from + 1, meaning: { kind: 'column', column, isPlural: false }, score: 0.98 }]
  })
}
