import { type Distribution, exactDistribution } from './distribution.ts'
import { hashNumber } from './hash.ts'
import type { BinUnit } from './bins.ts'
import { FineHistogram } from './histogram.ts'
import { HyperLogLog } from './hyperloglog.ts'
import { Leading } from './leading.ts'
import { NumberCounts } from './number-counts.ts'
import type { Histogram } from './profile.ts'
import { QuantileSketch } from './quantile-sketch.ts'

/** After the count of different values has become an estimate, so many of the frequent ones are still followed. */
const followed = 4096

type Estimates = {
  readonly distinct: HyperLogLog
  readonly quantiles: QuantileSketch
  readonly histogram: FineHistogram
}

/**
 * Which numbers occur, how often, and how they are spread: exact up to a number of different values,
 * then estimated (distinct by HyperLogLog, quantiles by t-digest, the frequent ones by lossy counting).
 * The histogram is made from the counts while they are exact, which is less work than a bin for every row.
 */
export class NumberValues {
  readonly #limit: number
  readonly #counts = new NumberCounts()
  readonly #unit: BinUnit
  #estimates: Estimates | null = null
  /** How often, at most, a value that is followed may have been overlooked. */
  #overlooked = 0
  #total = 0

  constructor(limit: number, unit: BinUnit) {
    this.#limit = limit
    this.#unit = unit
  }

  add(values: Float64Array, count: number): void {
    this.#total += count
    const taken = this.#estimates === null ? this.#addExactly(values, count) : 0
    if (taken < count) this.#addSorted(values.slice(taken, count).sort())
  }

  /** Counts until there are too many different values; returns how many were taken. */
  #addExactly(values: Float64Array, count: number): number {
    const counts = this.#counts
    for (let index = 0; index < count; index++) {
      counts.add(values[index] as number, 1)
      if (counts.size <= this.#limit) continue
      this.#estimate()
      return index + 1
    }
    return count
  }

  /** Estimates from a sorted batch; what it holds only once is followed only if it was before. */
  #addSorted(sorted: Float64Array): void {
    const { distinct, quantiles, histogram } = this.#estimate()
    const { values, counts } = runsOf(sorted)
    quantiles.addSorted(values, counts)
    histogram.addCounts(values, counts)
    let isOverlooked = false
    for (let index = 0; index < values.length; index++) {
      const value = values[index] as number
      const count = counts[index] as number
      distinct.add(hashNumber(value, 1), hashNumber(value, 2))
      if (count > 1) this.#counts.add(value, count)
      else if (!this.#counts.addKnown(value, count)) isOverlooked = true
    }
    if (isOverlooked) this.#overlooked++
    if (this.#counts.size > followed) this.#prune()
  }

  #estimate(): Estimates {
    if (this.#estimates !== null) return this.#estimates
    this.#estimates = {
      distinct: new HyperLogLog(),
      quantiles: new QuantileSketch(),
      histogram: new FineHistogram(this.#unit),
    }
    this.#estimateCounted(this.#counts, this.#estimates)
    this.#prune()
    return this.#estimates
  }

  #estimateCounted(counted: NumberCounts, { distinct, quantiles, histogram }: Estimates): void {
    const { values, counts } = counted.sorted()
    quantiles.addSorted(values, counts)
    histogram.addCounts(values, counts)
    for (const value of values) distinct.add(hashNumber(value, 1), hashNumber(value, 2))
  }

  #prune(): void {
    this.#overlooked += this.#counts.prune(followed / 2)
  }

  merge(other: NumberValues): void {
    this.#total += other.#total
    if (other.#estimates !== null) {
      const mine = this.#estimate()
      mine.distinct.merge(other.#estimates.distinct)
      mine.quantiles.merge(other.#estimates.quantiles)
      mine.histogram.merge(other.#estimates.histogram)
    } else if (this.#estimates !== null) this.#estimateCounted(other.#counts, this.#estimates)
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
    const leading = new Leading<{ value: number; count: number }>(
      most,
      (a, b) => b.count - a.count || a.value - b.value,
    )
    this.#counts.forEach((value, count) => {
      if (count > this.#overlooked) leading.add({ value, count })
    })
    return leading.found
  }

  /** Every value, ascending; null for more than so many or where only estimates are known. */
  sorted(most: number): Float64Array | null {
    if (this.#estimates !== null || this.#total > most) return null
    const { values, counts } = this.#counts.sorted()
    const all = new Float64Array(this.#total)
    let at = 0
    for (let index = 0; index < values.length; index++) {
      all.fill(values[index] ?? 0, at, at + (counts[index] ?? 0))
      at += counts[index] ?? 0
    }
    return all
  }

  /** Equal-width bins of all values; there must be one. */
  histogram(): Histogram {
    if (this.#estimates !== null) return this.#estimates.histogram.finish()
    const { values, counts } = this.#counts.sorted()
    const histogram = new FineHistogram(this.#unit)
    histogram.addCounts(values, counts)
    return histogram.finish()
  }

  distribution(): Distribution {
    const estimates = this.#estimates
    if (estimates === null) {
      const { values, counts } = this.#counts.sorted()
      return exactDistribution(values, counts)
    }
    const { quantiles } = estimates
    return {
      exact: false,
      quantile: (share) => quantiles.quantile(share),
      below: (value) => quantiles.shareBelow(value) * this.#total,
      above: (value) => (1 - quantiles.shareBelow(value)) * this.#total,
    }
  }
}

/** The different values of sorted ones, and how often each occurs. */
function runsOf(sorted: Float64Array): { readonly values: Float64Array; readonly counts: Float64Array } {
  const values = new Float64Array(sorted.length)
  const counts = new Float64Array(sorted.length)
  let size = 0
  for (let index = 0; index < sorted.length; index++) {
    const value = sorted[index] as number
    if (size === 0 || values[size - 1] !== value) values[size++] = value
    counts[size - 1] = (counts[size - 1] as number) + 1
  }
  return { values: values.subarray(0, size), counts: counts.subarray(0, size) }
}
