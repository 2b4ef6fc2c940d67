import { singular, wordsOfName } from '../profile/name-words.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { findAmounts, findLimits } from './candidates/find-amounts.ts'
import { findColumns } from './candidates/find-columns.ts'
import { findConcepts } from './candidates/find-concepts.ts'
import { findEntity } from './candidates/find-entity.ts'
import { findPeriods } from './candidates/find-periods.ts'
import { findPhrases } from './candidates/find-phrases.ts'
import { findSharedHeads } from './candidates/shared-heads.ts'
import { findValues } from './candidates/find-values.ts'
import { findCorrected, withoutOthers } from './corrections/find-corrected.ts'
import { findKin } from './kin/find-kin.ts'
import type { Mention } from './mention.ts'
import { piecesOf } from './rules/registry.ts'
import { stem, type Word } from './words.ts'

/** Everything that looks for meanings in words. A new kind of candidate is one file and one name here. */
const finders: readonly ((words: readonly Word[], model: SemanticModel) => readonly Mention[])[] = [
  findPhrases,
  findColumns,
  findSharedHeads,
  findConcepts,
  findValues,
  findAmounts,
  findLimits,
  findPeriods,
  findEntity,
]

/** One way to read every word once. */
export type Cover = { readonly mentions: readonly Mention[]; readonly weight: number }

/** Longer runs of words are the surer sign: `order date` rather than `order` and `date`. */
function weightOf({ from, to, score, meaning }: Mention): number {
  if (meaning.kind === 'unknown') return 0
  const length = to - from
  if (meaning.kind === 'filler') return 0.45 * length + 0.6 * (length - 1)
  if (meaning.kind === 'piece') return 0.98 * length + 0.3 * (length - 1)
  return score * length + 0.3 * (length - 1) * score
}

const beam = 40

const unknown = (at: number): Mention => ({ from: at, to: at + 1, meaning: { kind: 'unknown' }, score: 0 })

/** One word that surely means something cannot be passed over. */
const isCertain = ({ from, to, score }: Mention): boolean => to === from + 1 && score >= 0.9

const sameWords = (a: string, b: readonly Word[]): boolean =>
  wordsOfName(a).map(singular).join(' ') === b.map(({ lower }) => singular(lower)).join(' ')

/** Is the value, or the name of the column, written out; or only its stem? */
function matchOf({ from, to, meaning }: Mention, words: readonly Word[]): 'written' | 'stem' | null {
  const written = words.slice(from, to)
  if (meaning.kind === 'value') {
    const text = written.map(({ lower }) => lower).join(' ')
    return meaning.values.some((value) => String(value).toLowerCase() === text) ? 'written' : 'stem'
  }
  if (meaning.kind !== 'column') return null
  const names = [meaning.column.label, meaning.column.name]
  if (names.some((name) => sameWords(name, written))) return 'written'
  const stems = written.map((word) => word.stem).join(' ')
  return names.some((name) => wordsOfName(name).map(stem).join(' ') === stems) ? 'stem' : null
}

const isQuotedAt = ({ from, to }: Mention, words: readonly Word[]): boolean =>
  words.slice(from, to).some(({ isQuoted }) => isQuoted)

/** The name of a column is that, though a cell elsewhere may hold the same word: `amount` of a column of words. */
function withoutValuesCalledSo(mentions: readonly Mention[], words: readonly Word[]): Mention[] {
  const named = mentions.filter((mention) => mention.meaning.kind === 'column' && matchOf(mention, words) === 'written')
  return mentions.filter(
    (mention) =>
      mention.meaning.kind !== 'value' || isQuotedAt(mention, words) || !named.some(({ to }) => to === mention.to),
  )
}

/** What is written out is meant, and not what only has the same stem: `open` is the status, `opened` the day. */
function withoutStems(mentions: readonly Mention[], words: readonly Word[]): Mention[] {
  const isWritten = (to: number): boolean =>
    mentions.some((other) => other.to === to && matchOf(other, words) === 'written')
  return mentions.filter((mention) => matchOf(mention, words) !== 'stem' || !isWritten(mention.to))
}

/** The name of a column that is written out, of several words, holds no word for the rows: `employee title`. */
function withoutInner(starting: readonly (readonly Mention[])[], words: readonly Word[]): Mention[][] {
  const named = starting
    .flat()
    .filter(
      (mention) =>
        mention.to > mention.from + 1 && matchOf(mention, words) === 'written' && mention.meaning.kind === 'column',
    )
  const isInner = ({ from, to, meaning }: Mention): boolean =>
    meaning.kind === 'entity' && named.some((column) => column.from <= from && to <= column.to)
  return starting.map((mentions) => mentions.filter((mention) => !isInner(mention)))
}

/** A guess at what the rows are gives way to a value of the data: the `asset` of `asset claims`. */
const surelyValue = 0.85

function withoutGuessedNouns(mentions: readonly Mention[]): Mention[] {
  const isValue = mentions.some(({ meaning, score }) => meaning.kind === 'value' && score >= surelyValue)
  return mentions.filter(({ meaning }) => !(isValue && meaning.kind === 'entity' && meaning.isGuess === true))
}

/** A noun that is counted is that, and not only what the rows are called. */
function withPieces(mentions: readonly Mention[], pieces: readonly Mention[]): readonly Mention[] {
  const isCounted = pieces.some(({ meaning }) => meaning.kind === 'piece' && meaning.rule === 'counted noun')
  return [...mentions.filter(({ meaning }) => !isCounted || meaning.kind !== 'entity'), ...pieces]
}

/** Every meaning that words may have, by the word at which it starts: those found in them, and what rules make of these. */
function chartOf(words: readonly Word[], model: SemanticModel): readonly (readonly Mention[])[] {
  const starting: Mention[][] = words.map(() => [])
  const corrected = findCorrected(words, model)
  const found = finders.flatMap((find) => find(words, model))
  const isOpen = (at: number): boolean => ![...corrected, ...found].some(({ from, to }) => from <= at && at < to)
  const guessed = findKin(words, model, isOpen)
  for (const mention of [...corrected, ...withoutOthers(found, corrected), ...guessed])
    starting[mention.from]?.push(mention)
  for (const [at, mentions] of withoutInner(starting, words).entries()) starting[at] = mentions
  for (const [at, mentions] of starting.entries())
    starting[at] = withoutGuessedNouns(withoutValuesCalledSo(withoutStems(mentions, words), words))
  for (const [at, mentions] of starting.entries()) if (!mentions.some(isCertain)) mentions.push(unknown(at))
  const pieces = piecesOf({ model, words, starting })
  return starting.map((mentions, at) =>
    withPieces(
      mentions,
      pieces.filter(({ from }) => from === at),
    ),
  )
}

/** The best ways to read every word once, likeliest first. */
export function coversOf(words: readonly Word[], model: SemanticModel, most: number): readonly Cover[] {
  const starting = chartOf(words, model)
  const reached: Cover[][] = Array.from({ length: words.length + 1 }, () => [])
  reached[0] = [{ mentions: [], weight: 0 }]
  for (const [at, following] of starting.entries()) {
    const best = (reached[at] ?? []).sort((a, b) => b.weight - a.weight).slice(0, beam)
    for (const { mentions, weight } of best)
      for (const mention of following)
        reached[mention.to]?.push({ mentions: [...mentions, mention], weight: weight + weightOf(mention) })
  }
  return (reached[words.length] ?? []).sort((a, b) => b.weight - a.weight).slice(0, most)
}
