import { hashText } from '../profile/hash.ts'
import { singular, wordsOfName } from '../profile/name-words.ts'
import type { Card } from './card.ts'

/** Hashed character n-grams of a text and their counts. */
export type Grams = ReadonlyMap<number, number>

const size = 3
/** 16 bits: few collisions, and a card takes a few kilobytes. */
const buckets = 0xffff

/** N-grams of one word with its ends marked: `city` has ` ci`, `cit`, `ity`, `ty ` and itself. */
function piecesOf(word: string): readonly string[] {
  const marked = ` ${word} `
  const pieces = Array.from({ length: Math.max(0, marked.length - size + 1) }, (_, at) => marked.slice(at, at + size))
  return [...pieces, marked]
}

/** N-grams of every word of a text, in singular. */
export function gramsOf(text: string): Grams {
  const grams = new Map<number, number>()
  for (const piece of wordsOfName(text).map(singular).flatMap(piecesOf)) {
    const bucket = hashText(piece, 0) & buckets
    grams.set(bucket, (grams.get(bucket) ?? 0) + 1)
  }
  return grams
}

/** All words of a card as one text. */
export const textOfCard = ({ name, description, tags, entity, columns }: Card): string =>
  [name, description, ...tags, entity, ...columns.flatMap(({ label, words }) => [label, ...words])].join(' · ')

export const encodeGrams = (grams: Grams): string =>
  [...grams].map(([bucket, count]) => `${bucket.toString(36)}:${count.toString(36)}`).join(' ')

export const decodeGrams = (text: string): Grams =>
  new Map(
    text.split(' ').flatMap((pair) => {
      const [bucket = '', count = ''] = pair.split(':')
      return bucket === '' ? [] : [[Number.parseInt(bucket, 36), Number.parseInt(count, 36)] as const]
    }),
  )

/** No n-gram hashes to this. */
const unheard = -1

/** Weight of an n-gram; 0 if every text contains it. */
type Weigh = (bucket: number) => number

/** Weights n-grams by smoothed inverse document frequency. */
export function weigher(all: readonly Grams[]): Weigh {
  const holders = new Map<number, number>()
  for (const grams of all) for (const bucket of grams.keys()) holders.set(bucket, (holders.get(bucket) ?? 0) + 1)
  return (bucket) => Math.log((1 + all.length) / (1 + (holders.get(bucket) ?? 0))) + 0.1
}

/**
 * Weighted share of a question's n-grams that a text contains, 0 to 1. An n-gram that no text contains gets the mean
 * weight, so a typing error lowers every text equally.
 */
export function coverage(question: Grams, text: Grams, weigh: Weigh): number {
  const pieces = [...question.keys()]
  const known = pieces.filter((bucket) => weigh(bucket) < weigh(unheard))
  const all = known.reduce((sum, bucket) => sum + weigh(bucket), 0)
  const found = known.reduce((sum, bucket) => sum + (text.has(bucket) ? weigh(bucket) : 0), 0)
  return known.length === 0 ? 0 : ((found / all) * known.length) / pieces.length
}

/** Cosine similarity of weighted n-grams, 0 to 1. */
export function cosine(a: Grams, b: Grams, weigh: Weigh): number {
  const valueOf = (bucket: number, count: number): number => weigh(bucket) * (1 + Math.log(count))
  let [dot, left, right] = [0, 0, 0]
  for (const [bucket, count] of a) {
    const value = valueOf(bucket, count)
    const other = b.get(bucket)
    left += value * value
    if (other !== undefined) dot += value * valueOf(bucket, other)
  }
  for (const [bucket, count] of b) right += valueOf(bucket, count) ** 2
  return left === 0 || right === 0 ? 0 : dot / Math.sqrt(left * right)
}
