import { hashTexts, type TextHashes } from './hash.ts'
import { HyperLogLog } from './hyperloglog.ts'
import { Leading } from './leading.ts'
import { pruningThreshold } from './number-counts.ts'
import type { ValueCount } from './profile.ts'

const followed = 4096
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
/** V8 slices of at least this length keep the parent string alive, here the text of a whole batch. */
const sharedLength = 13

const ownCopy = (text: string): string => (text.length < sharedLength ? text : decoder.decode(encoder.encode(text)))

function addTexts(estimate: HyperLogLog, texts: readonly string[]): void {
  const { first, second } = hashTexts(texts)
  for (let index = 0; index < texts.length; index++) estimate.add(first[index] ?? 0, second[index] ?? 0)
}

/** Texts and counts: exact up to a number of distinct texts, then estimated. */
export class TextValues {
  readonly #limit: number
  #counts = new Map<string, number>()
  #estimate: HyperLogLog | null = null
  #overlooked = 0
  #total = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Adds a batch's distinct texts with counts and hashes. */
  add(texts: readonly string[], counts: Int32Array, hashes: TextHashes): void {
    let isSkipped = false
    for (let index = 0; index < texts.length; index++) {
      const count = counts[index] ?? 0
      if (count === 0) continue
      this.#estimate?.add(hashes.first[index] ?? 0, hashes.second[index] ?? 0)
      isSkipped = this.#addOne(texts[index] ?? '', count) || isSkipped
    }
    if (isSkipped) this.#overlooked++
  }

  /**
   * Returns true if the text was skipped: once counts are estimates, texts that occur once in a batch are not
   * tracked.
   */
  #addOne(text: string, count: number): boolean {
    this.#total += count
    const before = this.#counts.get(text)
    if (before === undefined && count === 1 && this.#estimate !== null) return true
    this.#counts.set(before === undefined ? ownCopy(text) : text, (before ?? 0) + count)
    this.#settle()
    return false
  }

  #settle(): void {
    if (this.#estimate === null && this.#counts.size > this.#limit) this.#startEstimating()
    else if (this.#estimate !== null && this.#counts.size > followed) this.#prune()
  }

  #startEstimating(): HyperLogLog {
    if (this.#estimate !== null) return this.#estimate
    this.#estimate = new HyperLogLog()
    addTexts(this.#estimate, [...this.#counts.keys()])
    this.#prune()
    return this.#estimate
  }

  #prune(): void {
    const threshold = pruningThreshold(this.#counts.values(), followed / 2)
    this.#overlooked += threshold
    this.#counts = new Map([...this.#counts].filter(([, count]) => count > threshold))
  }

  merge(other: TextValues): void {
    this.#total += other.#total
    if (other.#estimate !== null) this.#startEstimating().merge(other.#estimate)
    else if (this.#estimate !== null) addTexts(this.#estimate, [...other.#counts.keys()])
    for (const [text, count] of other.#counts) this.#counts.set(text, (this.#counts.get(text) ?? 0) + count)
    this.#overlooked += other.#overlooked
    this.#settle()
  }

  distinct(): { readonly count: number; readonly exact: boolean } {
    if (this.#estimate === null) return { count: this.#counts.size, exact: true }
    return { count: Math.min(this.#total, this.#estimate.estimate()), exact: false }
  }

  /** The most frequent texts, then alphabetically; omits texts that an untracked one could outnumber. */
  top(most: number): ValueCount[] {
    const leading = new Leading<ValueCount>(most, (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    for (const [value, count] of this.#counts) if (count > this.#overlooked) leading.add({ value, count })
    return leading.found
  }

  /** The tracked texts and their counts. */
  followed(): ReadonlyMap<string, number> {
    return this.#counts
  }
}
