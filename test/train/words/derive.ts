import { stem } from '#core/ask/words.ts'
import { isLexical } from '#core/ask/lexicon.ts'
import { evidenceOf, linksOf, oppositesOf } from './evidence.ts'
import { oddsOf, type Weights } from './fit.ts'
import { areOpposite } from './opposites.ts'
import type { Vectors } from './vectors.ts'
import type { WordNet } from './word-net.ts'

/** At these odds one pair in 200 of the columns of one table is taken for the same. */
export const leastOdds = -1.2

const mostKin = 12

/** Adjectives of every figure say which end is meant, and of what only together with a noun. */
const saysOnlyHowMuch = new Set(
  'high low big small large little great good bad long short new old young full late early open close'.split(' '),
)

/** Nearness is from 0, hardly near enough, to this. */
const mostNearness = 9

/** `isBroader`: it says less, as `vehicle` of a car. */
type Near = { readonly odds: number; readonly isBroader: boolean }
type Kin = Map<string, Near>

/** The digit of a word as near, or the letter of one that is broader. */
function signOf({ odds, isBroader }: Near): string {
  const nearness = Math.min(mostNearness, Math.max(0, Math.round((odds - leastOdds) * 2)))
  return isBroader ? String.fromCodePoint(97 + nearness) : String(nearness)
}

const nearer = (one: Near | undefined, other: Near): Near => (one === undefined || other.odds > one.odds ? other : one)

/** The words that may be used for one word, by stem, with their odds; opposites never. */
function kinOf(word: string, weights: Weights, net: WordNet, vectors: Vectors): Kin {
  const [links, opposites] = [linksOf(word, net), oppositesOf(word, net)]
  const kin: Kin = new Map()
  for (const other of links.keys()) {
    const evidence = evidenceOf(word, other, links, vectors)
    const odds = oddsOf(evidence, weights)
    const isVetoed = opposites.has(other) || areOpposite(word, other) || saysOnlyHowMuch.has(other)
    // Words of every question are read as those.
    if (odds < leastOdds || isVetoed || isLexical(other) || stem(other) === stem(word)) continue
    const isBroader = evidence.synonym + evidence.derived === 0
    kin.set(stem(other), nearer(kin.get(stem(other)), { odds, isBroader }))
  }
  return kin
}

function lineOf(word: string, kin: Kin): string {
  const nearest = [...kin].toSorted((a, b) => b[1].odds - a[1].odds || (a[0] < b[0] ? -1 : 1)).slice(0, mostKin)
  return `${word} ${nearest.map(([other, near]) => `${other}${signOf(near)}`).join(' ')}`
}

/** The table that the product ships: for each stem the stems used for it, each with its nearness. */
export function deriveTable(weights: Weights, net: WordNet, vectors: Vectors): string {
  const known = new Set(vectors.words)
  const table = new Map<string, Kin>()
  for (const word of net.words.filter((each) => known.has(each))) {
    const all: Kin = table.get(stem(word)) ?? new Map()
    for (const [other, near] of kinOf(word, weights, net, vectors)) all.set(other, nearer(all.get(other), near))
    if (all.size > 0) table.set(stem(word), all)
  }
  return [...table]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, kin]) => lineOf(word, kin))
    .join(';')
}
