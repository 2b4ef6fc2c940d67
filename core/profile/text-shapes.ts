import { hashText } from './hash.ts'
import { shapesOf, type TextShape } from './shapes/shape-of-text.ts'

/** Shapes of a text column over its rows with a value. */
export type ShapeProfile = {
  /** Share of rows per shape; shapes without rows are missing. */
  readonly shares: { readonly [shape in TextShape]?: number | undefined }
  /** Weighted by rows. */
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

/** Distinct texts examined individually; of later ones, a hash sample of one in sixteen. */
const followed = 1 << 14
const [sampled, seed] = [16, 0x5a17]

/** Counts shapes over distinct texts, weighted by rows; parts of a file add up. */
export class TextShapes {
  #seen = 0
  #rows = 0
  #words = 0
  #length = 0
  readonly #counts = new Map<TextShape, number>()

  /** Adds a batch's distinct texts with their row counts. */
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

  /** Null for an empty column. */
  finish(): ShapeProfile | null {
    const rows = this.#rows
    if (rows === 0) return null
    const shares = Object.fromEntries([...this.#counts].map(([shape, count]) => [shape, count / rows]))
    return { shares, meanWords: this.#words / rows, meanLength: this.#length / rows }
  }
}
