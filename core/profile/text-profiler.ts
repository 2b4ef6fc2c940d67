import type { Column } from '../table/table.ts'
import type { ColumnFindings, ColumnPlace, ColumnProfiler } from './column-findings.ts'
import { hashTexts } from './hash.ts'
import type { TextProfile } from './profile.ts'
import { spellingsOf } from './spellings.ts'
import { patternsOf } from './text-patterns.ts'
import { TextShapes } from './text-shapes.ts'
import { TextValues } from './text-values.ts'

const topKept = 20

const isSpace = (unit: number): boolean => unit === 32 || unit === 9 || unit === 10 || unit === 13 || unit === 0xa0

const isUntrimmed = (text: string): boolean => isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1))

/** Profiles a text column from the distinct texts of each batch. */
export class TextProfiler implements ColumnProfiler {
  readonly #values: TextValues
  readonly #shapes = new TextShapes()
  #nulls = 0
  #rows = 0
  #shortest = Number.POSITIVE_INFINITY
  #longest = 0
  #length = 0
  #untrimmed = 0

  constructor(limit: number) {
    this.#values = new TextValues(limit)
  }

  add = (column: Column, { hashes }: ColumnPlace): void => {
    if (column.type !== 'text') throw new Error('A column of text cannot become anything else.')
    const { codes, dictionary } = column
    const counts = new Int32Array(dictionary.length)
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] as number
      if (code < 0) this.#nulls++
      else counts[code] = (counts[code] as number) + 1
    }
    for (let code = 0; code < dictionary.length; code++) this.#measure(dictionary[code] ?? '', counts[code] ?? 0)
    this.#values.add(dictionary, counts, hashes ?? hashTexts(dictionary))
    this.#shapes.add(dictionary, counts)
  }

  #measure(text: string, count: number): void {
    if (count === 0) return
    this.#rows += count
    this.#length += text.length * count
    if (text.length < this.#shortest) this.#shortest = text.length
    if (text.length > this.#longest) this.#longest = text.length
    if (isUntrimmed(text)) this.#untrimmed += count
  }

  merge = (other: ColumnProfiler): void => {
    if (!(other instanceof TextProfiler)) throw new Error('Only parts of one column merge.')
    this.#nulls += other.#nulls
    this.#values.merge(other.#values)
    this.#shapes.merge(other.#shapes)
    this.#rows += other.#rows
    this.#length += other.#length
    this.#untrimmed += other.#untrimmed
    this.#shortest = Math.min(this.#shortest, other.#shortest)
    this.#longest = Math.max(this.#longest, other.#longest)
  }

  finish = (): ColumnFindings => {
    const shapes = this.#shapes.finish()
    return {
      nulls: this.#nulls,
      distinct: this.#values.distinct(),
      top: this.#values.top(topKept),
      numbers: null,
      text: this.#text(),
      coverage: null,
      spellings: this.#values.distinct().exact ? spellingsOf(this.#values.followed()) : [],
      ...(shapes === null ? {} : { shapes }),
    }
  }

  #text(): TextProfile | null {
    if (this.#rows === 0) return null
    return {
      shortest: this.#shortest,
      longest: this.#longest,
      mean: this.#length / this.#rows,
      untrimmed: this.#untrimmed,
      patterns: patternsOf(this.#values.followed()),
    }
  }
}
