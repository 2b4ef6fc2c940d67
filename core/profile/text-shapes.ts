import { hashText } from './hash.ts'
import { shapesOf, type TextShape } from './shapes/shape-of-text.ts'

/** What the values of a column of text look like, over all of its rows that hold one. */
export type ShapeProfile = {
  /** The share of rows whose text has a shape; a shape that none has is missing. */
  readonly shares: { readonly [shape in TextShape]?: number | undefined }
  /** Of the texts, weighted by rows. */
  readonly meanWords: number
  readonly meanLength: number
}

const countWords = (text: string): number => {
  let [words, isInside] = [0, false]
  for (let at = 0; at < text.length; at++) {
    const isSpace = text.charCodeAt(at) <= 32
    if (!isSpace && !isInside) words++
    isInside = !isSpace
  }
  return words
}

/** So many different texts are looked at one by one; of those that follow, one in sixteen, chosen by its hash, stands for all. */
const followed = 1 << 14
const [sampled, seed] = [16, 0x5a17]

/** Counts shapes over different texts, each weighted by its rows; parts of a file add up. */
export class TextShapes {
  #seen = 0
  #rows = 0
  #words = 0
  #length = 0
  readonly #counts = new Map<TextShape, number>()

  /** Takes a batch's different texts and how many of its rows hold each. */
  add(texts: readonly string[], counts: ArrayLike<number>): void {
    for (let index = 0; index < texts.length; index++) {
      const count = counts[index] ?? 0
      if (count > 0) this.#consider(texts[index] ?? '', count)
    }
  }

  #consider(text: string, count: number): void {
    if (this.#seen++ < followed) this.#addOne(text, count)
    else if (hashText(text, seed) % sampled === 0) this.#addOne(text, count * sampled)
  }

  #addOne(text: string, count: number): void {
    this.#rows += count
    this.#words += countWords(text) * count
    this.#length += text.length * count
    for (const shape of shapesOf(text)) this.#counts.set(shape, (this.#counts.get(shape) ?? 0) + count)
  }

  merge(other: TextShapes): void {
    this.#seen += other.#seen
    this.#rows += other.#rows
    this.#words += other.#words
    this.#length += other.#length
    for (const [shape, count] of other.#counts) this.#counts.set(shape, (this.#counts.get(shape) ?? 0) + count)
  }

  /** Null for a column without values. */
  finish(): ShapeProfile | null {
    const rows = this.#rows
    if (rows === 0) return null
    const shares = Object.fromEntries([...this.#counts].map(([shape, count]) => [shape, count / rows]))
    return { shares, meanWords: this.#words / rows, meanLength: this.#length / rows }
  }
}
