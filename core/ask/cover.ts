import type { SemanticModel } from '../semantic/semantic-model.ts'
import { findAmounts, findLimits } from './candidates/find-amounts.ts'
import { findColumns } from './candidates/find-columns.ts'
import { findConcepts } from './candidates/find-concepts.ts'
import { findEntity } from './candidates/find-entity.ts'
import { findPeriods } from './candidates/find-periods.ts'
import { findPhrases } from './candidates/find-phrases.ts'
import { findValues } from './candidates/find-values.ts'
import type { Mention } from './mention.ts'
import { piecesOf } from './rules/registry.ts'
import type { Word } from './words.ts'

/** Everything that looks for meanings in words. A new kind of candidate is one file and one name here. */
const finders: readonly ((words: readonly Word[], model: SemanticModel) => readonly Mention[])[] = [
  findPhrases,
  findColumns,
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

/** Every meaning that words may have, by the word at which it starts: those found in them, and what rules make of these. */
function chartOf(words: readonly Word[], model: SemanticModel): readonly (readonly Mention[])[] {
  const starting: Mention[][] = words.map(() => [])
  for (const mention of finders.flatMap((find) => find(words, model))) starting[mention.from]?.push(mention)
  for (const [at, mentions] of starting.entries()) if (!mentions.some(isCertain)) mentions.push(unknown(at))
  const pieces = piecesOf({ model, words, starting })
  return starting.map((mentions, at) => [...mentions, ...pieces.filter(({ from }) => from === at)])
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
