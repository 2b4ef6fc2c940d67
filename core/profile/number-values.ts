import { hashNumber } from './hash.ts'
import { HyperLogLog } from './hyperloglog.ts'
import { NumberCounts } from './number-counts.ts'
import { QuantileSketch } from './quantile-sketch.ts'

/** After the count of different values has become an estimate, so many of the frequent ones are still followed. */
const followed = 4096

/**
 * Which numbers occur, how often, and how they are spread: exact up to a number of different values,
 * then estimated (distinct by HyperLogLog, quantiles by t-digest, the frequent ones by lossy counting).
 */
export class NumberValues {
  readonly #limit: number
  #counts = new NumberCounts()
  #estimates: { readonly distinct: HyperLogLog; readonly quantiles: QuantileSketch } | null = null
  /** How often, at most, a value that is followed may have been overlooked. */
  #overlooked = 0
  #total = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  add(values: Float64Array, count: number): void {
    this.#total += count
    for (let index = 0; index < count; index++) this.#addOne(values[index] ?? 0)
  }

  #addOne(value: number): void {
    this.#counts.add(value, 1)
    if (this.#estimates === null) {
      if (this.#counts.size > this.#limit) this.#estimate()
      return
    }
    this.#estimates.distinct.add(hashNumber(value, 1), hashNumber(value, 2))
    this.#estimates.quantiles.add(value)
    if (this.#counts.size > followed) this.#prune()
  }

  #estimate(): { readonly distinct: HyperLogLog; readonly quantiles: QuantileSketch } {
    if (this.#estimates !== null) return this.#estimates
    const [distinct, quantiles] = [new HyperLogLog(), new QuantileSketch()]
    const { values, counts } = this.#counts.sorted()
    quantiles.addSorted(values, counts)
    for (const value of values) distinct.add(hashNumber(value, 1), hashNumber(value, 2))
    this.#estimates = { distinct, quantiles }
    this.#prune()
    return this.#estimates
  }

  #prune(): void {
    const kept = new NumberCounts()
    this.#overlooked += this.#counts.prune(followed / 2)
    this.#counts.forEach((value, count) => kept.add(value, count))
    this.#counts = kept
  }

  merge(other: NumberValues): void {
    this.#total += other.#total
    if (other.#estimates !== null) {
      const mine = this.#estimate()
      mine.distinct.merge(other.#estimates.distinct)
      mine.quantiles.merge(other.#estimates.quantiles)
    } else if (this.#estimates !== null) {
      const { values, counts } = other.#counts.sorted()
      this.#estimates.quantiles.addSorted(values, counts)
      for (const value of values) this.#estimates.distinct.add(hashNumber(value, 1), hashNumber(value, 2))
    }
    other.#counts.forEach((value, count) => this.#counts.add(value, count))
    this.#overlooked += other.#overlooked
    if (this.#estimates === null && this.#counts.size > this.#limit) this.#estimate()
    else if (this.#estimates !== null && this.#counts.size > followed) this.#prune()
  }

  distinct(): { readonly count: number; readonly exact: boolean } {
    if (this.#estimates === null) return { count: this.#counts.size, exact: true }
    return { count: Math.min(this.#total, this.#estimates.distinct.estimate()), exact: false }
  }

  /** The most frequent first, then the smaller; only those surely more frequent than any that may have been overlooked. */
  top(most: number): { readonly value: number; readonly count: number }[] {
    const found: { value: number; count: number }[] = []
    this.#counts.forEach((value, count) => {
      if (count > this.#overlooked) found.push({ value, count })
    })
    return found.sort((a, b) => b.count - a.count || a.value - b.value).slice(0, most)
  }

  /** Hyndman and Fan's type 7, as spreadsheets and NumPy have it; within 0.2 % of rank where estimated. */
  quantiles(shares: readonly number[]): number[] {
    const estimates = this.#estimates
    if (estimates !== null) return shares.map((share) => estimates.quantiles.quantile(share))
    const { values, counts } = this.#counts.sorted()
    return shares.map((share) => quantileOf(values, counts, share * (this.#total - 1)))
  }
}

/** The value at a place, which may lie between two, in sorted values that repeat. */
function quantileOf(values: Float64Array, counts: Float64Array, place: number): number {
  const whole = Math.floor(place)
  let before = 0
  for (const [index, count] of counts.entries()) {
    const value = values[index] ?? Number.NaN
    before += count
    if (whole >= before) continue
    const next = whole + 1 < before ? value : (values[index + 1] ?? value)
    return value + (next - value) * (place - whole)
  }
  return Number.NaN
}
