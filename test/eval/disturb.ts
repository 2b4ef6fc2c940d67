import { singular } from '#core/profile/name-words.ts'
import type { WordNet } from '../train/words/word-net.ts'

/** Numbers from 0 up to 1 that follow from a seed alone (mulberry32). */
export function randomBy(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One letter swapped with the next, dropped or doubled, never the first. */
function withSlip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  const [before, letter, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)]
  const slips = [before + next + letter + after, before + next + after, before + letter + letter + next + after]
  return slips[Math.floor(random() * slips.length)] ?? word
}

const shortestSlip = 4

/** Slips in so large a part of all words; words too short to be read with a slip stay. */
export const withTypos = (question: string, part: number, random: () => number): string =>
  question.replaceAll(/\p{L}+/gu, (word) => {
    const isHit = random() < part
    return isHit && word.length >= shortestSlip ? withSlip(word, random) : word
  })

/** The phrases that prepositions lead come first, the last of them foremost: `in 2023, by region: total sales`. */
export function inOtherOrder(question: string): string {
  const [first = '', ...phrases] = question
    .replace(/[?.!]\s*$/, '')
    .split(/\s+(?=(?:by|in|for|per|during|across|with|from|on|at)\s)/i)
  // `From one to another`, `between` and `more than` are phrases of several parts; a question that asks begins by asking.
  if (phrases.length === 0 || /^(which|who|what|where|when|how|is|are|do|does|did)\b/i.test(first)) return question
  return [...phrases.toReversed(), first].join(' ')
}

/** A name is renamed only where both words are mostly meant in the sense that they share: `fare` is no `menu`. */
const leastMeant = 0.4

/** The likeliest noun for the same thing; the word itself where there is none. */
function synonymOf(word: string, net: WordNet): string {
  const own = singular(word.toLowerCase())
  const [best] = [...net.senses(own)]
    .filter(([key, meant]) => key.startsWith('n') && meant >= leastMeant)
    .flatMap(([key]) =>
      (net.synset(key)?.words ?? []).map((other) => ({ other, meant: net.senses(other).get(key) ?? 0 })),
    )
    .filter(({ other, meant }) => meant >= leastMeant && /^[a-z]+$/.test(other) && other !== own)
    .toSorted((a, b) => b.meant - a.meant || (a.other < b.other ? -1 : 1))
  return best?.other ?? word
}

const renamed = (name: string, net: WordNet): string => name.replaceAll(/[A-Za-z]{4,}/g, (word) => synonymOf(word, net))

/** The first line of a CSV with its names replaced by synonyms; a name stays where another column has the synonym. */
export function withSynonyms(csv: string, net: WordNet): string {
  const end = csv.indexOf('\n')
  const names: readonly string[] = csv.slice(0, end).match(/"(?:[^"]|"")*"|[^,]+|(?<=,)(?=,|$)/g) ?? []
  const others = names.map((name) => renamed(name, net))
  const line = names.map((name, at) => {
    const other = others[at] ?? name
    const isTaken = others.filter((each) => each === other).length > 1 || names.some((each) => each === other)
    return isTaken ? name : other
  })
  return `${line.join(',')}${csv.slice(end)}`
}
