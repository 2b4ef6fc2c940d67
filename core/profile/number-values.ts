import { type Distribution, exactDistribution } from './distribution.ts'
import { hashNumber } from './hash.ts'
import type { BinUnit } from './bins.ts'
import { FineHistogram } from './histogram.ts'
import { HyperLogLog } from './hyperloglog.ts'
import { Leading } from './leading.ts'
import { NumberCounts } from './number-counts.ts'
import type { Histogram } from './profile.ts'
import { QuantileSketch } from './quantile-sketch.ts'

/** Frequent values tracked after the distinct count becomes an estimate. */
const followed = 4096

type Estimates = {
  readonly distinct: HyperLogLog
  readonly quantiles: QuantileSketch
  readonly histogram: FineHistogram
}

/**
 * Values, counts and distribution of numbers: exact up to a number of distinct values, then estimated (distinct by
 * HyperLogLog, quantiles by t-digest, frequent values by lossy counting). While counts are exact, the histogram is
 * built from them, which is cheaper than binning every row.
 */
export class NumberValues {
  readonly #limit: number
  readonly #counts = new NumberCounts()
  readonly #unit: BinUnit
  #estimates: Estimates | null = null
  /** Upper bound on the undercount of a tracked value. */
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

  /** Counts exactly until there are too many distinct values; returns the number of values taken. */
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

  /** Adds a sorted batch to the estimates; values that occur once are tracked only if they already are. */
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

  /** The most frequent values, then the smaller; omits values that an untracked one could outnumber. */
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

  /** Every distinct value, ascending; null above `most` or if only estimates exist. */
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

  /** Histogram of all values; requires at least one. */
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

/** Run-length encodes sorted values. */
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
