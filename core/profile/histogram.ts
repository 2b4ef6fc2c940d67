import { type BinUnit, binsOf } from './bins.ts'
import { drawnHistogram, type Fine } from './drawn-histogram.ts'
import type { Histogram } from './profile.ts'

/** Maximum consecutive bins. */
const maxFineBins = 2048
/** Maximum outlying bins. */
const maxFarBins = 512
/** The first batch chooses a width at which 100 to 1,000 bins cover most values. */
const firstFineBins = 1000
/** Share of a batch that may lie outside the consecutive bins. */
const tail = 0.02

type Range = { readonly min: number; readonly max: number }

/**
 * Counts values in bins of a power of ten of a unit. Most bins are consecutive; a few outliers are counted
 * separately, so a value 1,000 times as large as the others does not force coarse bins. With too many outliers or too
 * wide a range, bins become ten times coarser. Bins start at multiples of their width, so histograms of parts add
 * exactly.
 */
export class FineHistogram {
  readonly #unit: BinUnit
  /** Width is `unit · 10^power`; null until two values differ. */
  #power: number | null = null
  #first = 0
  #counts = new Float64Array(0)
  readonly #far = new Map<number, number>()
  /** The only value so far, if all values are equal. */
  #only: { readonly value: number; count: number } | null = null
  #max = Number.NEGATIVE_INFINITY

  constructor(unit: BinUnit) {
    this.#unit = unit
  }

  /** Adds distinct values, ascending, with their counts. */
  addCounts(values: Float64Array, counts: Float64Array): void {
    if (values.length === 0) return
    const range = { min: values[0] as number, max: values.at(-1) as number }
    if (this.#takesOnly(range, counts)) return
    this.#max = Math.max(this.#max, range.max)
    this.#begin(range, mostOf(values, counts))
    const { binOf } = binsOf(this.#unit, this.#power ?? 0)
    for (let index = 0; index < values.length; index++)
      this.#tally(binOf(values[index] as number), counts[index] as number)
    this.#settle()
  }

  /** Counts a value while it is the only one. */
  #takesOnly({ min, max }: Range, counts: Float64Array): boolean {
    if (this.#power !== null || min !== max || (this.#only !== null && this.#only.value !== min)) return false
    this.#max = max
    this.#only = { value: min, count: counts.reduce((sum, count) => sum + count, this.#only?.count ?? 0) }
    return true
  }

  /** Chooses the width at the first distinct values, and covers the whole batch or most of it. */
  #begin(all: Range, most: Range): void {
    const only = this.#only
    this.#only = null
    if (this.#power === null) {
      const { min, max } = most.min < most.max || !only ? most : joined(most, { min: only.value, max: only.value })
      const span = max - min || all.max - all.min || 1
      this.#power = Math.max(this.#unit.finest, Math.ceil(Math.log10(span / this.#unit.size / firstFineBins)))
    }
    const { binOf } = binsOf(this.#unit, this.#power)
    if (only !== null) this.#tally(binOf(only.value), only.count)
    if (!this.#reach(binOf(all.min), binOf(all.max))) this.#reach(binOf(most.min), binOf(most.max))
  }

  /** Counts a bin among the consecutive or the outlying ones. */
  #tally(bin: number, count: number): void {
    const at = bin - this.#first
    if (at >= 0 && at < this.#counts.length) this.#counts[at] = (this.#counts[at] as number) + count
    else this.#far.set(bin, (this.#far.get(bin) ?? 0) + count)
  }

  /** Extends the consecutive bins, unless they would be too many. */
  #reach(low: number, high: number): boolean {
    const isEmpty = this.#counts.length === 0
    const first = isEmpty ? low : Math.min(low, this.#first)
    const last = isEmpty ? high : Math.max(high, this.#first + this.#counts.length - 1)
    if (last - first >= maxFineBins) return false
    if (first === this.#first && last - first + 1 === this.#counts.length) return true
    const counts = new Float64Array(last - first + 1)
    counts.set(this.#counts, isEmpty ? 0 : this.#first - first)
    this.#counts = counts
    this.#first = first
    this.#callIn()
    return true
  }

  /** Moves outlying bins that are now covered. */
  #callIn(): void {
    for (const [bin, count] of this.#far) {
      const at = bin - this.#first
      if (at < 0 || at >= this.#counts.length) continue
      this.#counts[at] = (this.#counts[at] as number) + count
      this.#far.delete(bin)
    }
  }

  /** Coarsens until few enough bins are outlying. */
  #settle(): void {
    while (this.#far.size > maxFarBins) {
      this.#coarsen()
      const bins = [...this.#far.keys()]
      this.#reach(Math.min(...bins), Math.max(...bins))
    }
  }

  #coarsen(): void {
    const fine = this.#fine()
    this.#power = (this.#power ?? 0) + 1
    const last = Math.floor((this.#first + this.#counts.length - 1) / 10)
    this.#first = Math.floor(this.#first / 10)
    this.#counts = new Float64Array(Math.max(0, last - this.#first + 1))
    this.#far.clear()
    for (const [bin, count] of fine) this.#tally(Math.floor(bin / 10), count)
  }

  /** All bins with values, in order. */
  #fine(): Fine {
    const close = [...this.#counts].map((count, at) => [this.#first + at, count] as const)
    return [...close, ...this.#far].filter(([, count]) => count > 0).sort(([a], [b]) => a - b)
  }

  merge(other: FineHistogram): void {
    if (other.#only !== null) {
      const { value, count } = other.#only
      this.addCounts(Float64Array.of(value), Float64Array.of(count))
      return
    }
    if (other.#power === null) return
    const only = this.#only
    this.#only = null
    this.#power ??= other.#power
    while (this.#power < other.#power) this.#coarsen()
    const scale = 10 ** (this.#power - other.#power)
    const fine = other.#fine().map(([bin, count]) => [Math.floor(bin / scale), count] as const)
    if (only !== null) this.#tally(binsOf(this.#unit, this.#power).binOf(only.value), only.count)
    this.#reach(fine[0]?.[0] ?? 0, fine.at(-1)?.[0] ?? 0)
    for (const [bin, count] of fine) this.#tally(bin, count)
    this.#settle()
    this.#max = Math.max(this.#max, other.#max)
  }

  finish(): Histogram {
    if (this.#only !== null) {
      const { value, count } = this.#only
      return { edges: [value, value + this.#unit.size], counts: [count] }
    }
    const power = this.#power ?? 0
    const isAtFinest = power === this.#unit.finest
    return drawnHistogram(this.#fine(), { bins: binsOf(this.#unit, power), max: this.#max, isAtFinest })
  }
}

const joined = (one: Range, other: Range): Range => ({
  min: Math.min(one.min, other.min),
  max: Math.max(one.max, other.max),
})

/** Range of ascending values without a tail on each side. */
function mostOf(values: Float64Array, counts: Float64Array): Range {
  const allowed = counts.reduce((sum, count) => sum + count, 0) * tail
  const beyond = (from: number, step: number): number => {
    let passed = 0
    for (let at = from; at >= 0 && at < values.length; at += step)
      if ((passed += counts[at] as number) > allowed) return values[at] as number
    return values[from] as number
  }
  return { min: beyond(0, 1), max: beyond(values.length - 1, -1) }
}
