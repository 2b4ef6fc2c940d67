import type { Histogram } from './profile.ts'

const mostFineBins = 2048
/** The first values that differ set a width of which between a hundred and a thousand cover their range. */
const firstFineBins = 1000
const mostBins = 20
const multiples = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000]

/** What bins are multiples of: a decimal power of a unit, never finer than the finest. */
export type BinUnit = { readonly size: number; readonly finest: number }

type Range = { readonly min: number; readonly max: number }

/** How wide bins are: `width`, or `size` over `parts` where they are finer than a unit. */
type Step = { readonly width: number; readonly size: number; readonly parts: number }

const edgeOf = (bin: number, { width, size, parts }: Step): number => (parts > 1 ? (bin / parts) * size : bin * width)

/** The bin a value is in; corrected where the division's rounding puts 0.57 below 57 hundredths. */
function binOf(value: number, step: Step): number {
  const bin = Math.floor(step.parts > 1 ? (value / step.size) * step.parts : value / step.width)
  if (edgeOf(bin + 1, step) <= value) return bin + 1
  return edgeOf(bin, step) > value ? bin - 1 : bin
}

/**
 * Counts values in bins whose width is a power of ten of a unit, coarser by ten whenever the range outgrows them.
 * Bins of one width begin at its multiples, so histograms of parts add up exactly.
 */
export class FineHistogram {
  readonly #unit: BinUnit
  /** The width is `unit · 10^power`; null until two values differ. */
  #power: number | null = null
  #first = 0
  #counts = new Float64Array(0)
  /** All there is while every value is the same. */
  #only: { readonly value: number; count: number } | null = null
  #max = Number.NEGATIVE_INFINITY

  constructor(unit: BinUnit) {
    this.#unit = unit
  }

  /** Takes different values in ascending order, and how often each occurs. */
  addCounts(values: Float64Array, counts: Float64Array): void {
    const range = { min: values[0] ?? 0, max: values.at(-1) ?? 0 }
    if (values.length === 0) return
    if (values.length === 1 && this.#takesOnly(range, counts[0] ?? 0)) return
    this.#max = Math.max(this.#max, range.max)
    this.#cover(range)
    this.#tallyAll(values, counts)
  }

  /** Remembers one value while there is no other. */
  #takesOnly({ min, max }: Range, count: number): boolean {
    if (this.#power !== null || min !== max || (this.#only !== null && this.#only.value !== min)) return false
    this.#max = max
    this.#only = { value: min, count: (this.#only?.count ?? 0) + count }
    return true
  }

  #tallyAll(values: Float64Array, counts: Float64Array): void {
    const bins = this.#counts
    const [first, step] = [this.#first, this.#step]
    for (let index = 0; index < values.length; index++) {
      const bin = binOf(values[index] as number, step) - first
      bins[bin] = (bins[bin] as number) + (counts[index] as number)
    }
  }

  #tally(value: number, count: number): void {
    const bin = this.#binOf(value) - this.#first
    this.#counts[bin] = (this.#counts[bin] ?? 0) + count
  }

  /** Makes bins for a range, coarser ones if need be. */
  #cover({ min, max }: Range): void {
    const only = this.#only
    this.#only = null
    const [low, high] = only === null ? [min, max] : [Math.min(min, only.value), Math.max(max, only.value)]
    if (this.#power === null) {
      const finest = Math.ceil(Math.log10((high - low) / this.#unit.size / firstFineBins))
      this.#power = Math.max(this.#unit.finest, finest)
    }
    this.#widen(low, high)
    if (only !== null) this.#tally(only.value, only.count)
  }

  #widen(low: number, high: number): void {
    for (;;) {
      const isEmpty = this.#counts.length === 0
      const [lowest, highest] = [this.#binOf(low), this.#binOf(high)]
      const first = isEmpty ? lowest : Math.min(lowest, this.#first)
      const last = isEmpty ? highest : Math.max(highest, this.#first + this.#counts.length - 1)
      if (last - first < mostFineBins) return this.#resize(first, last)
      this.#coarsen()
    }
  }

  #resize(first: number, last: number): void {
    if (first === this.#first && last - first + 1 === this.#counts.length) return
    const counts = new Float64Array(last - first + 1)
    counts.set(this.#counts, this.#counts.length === 0 ? 0 : this.#first - first)
    this.#counts = counts
    this.#first = first
  }

  #coarsen(): void {
    this.#power = (this.#power ?? 0) + 1
    if (this.#counts.length === 0) return
    const first = Math.floor(this.#first / 10)
    const last = Math.floor((this.#first + this.#counts.length - 1) / 10)
    const counts = new Float64Array(last - first + 1)
    for (const [index, count] of this.#counts.entries()) {
      const bin = Math.floor((this.#first + index) / 10) - first
      counts[bin] = (counts[bin] ?? 0) + count
    }
    this.#counts = counts
    this.#first = first
  }

  get #step(): Step {
    const power = this.#power ?? 0
    const { size } = this.#unit
    return { width: size * 10 ** power, size, parts: power < 0 ? 10 ** -power : 1 }
  }

  #binOf(value: number): number {
    return binOf(value, this.#step)
  }

  #edge(bin: number): number {
    return edgeOf(bin, this.#step)
  }

  merge(other: FineHistogram): void {
    if (other.#only !== null) {
      const { value, count } = other.#only
      this.addCounts(Float64Array.of(value), Float64Array.of(count))
      return
    }
    if (other.#power === null) return
    this.#power ??= other.#power
    const part = other.#copy()
    this.#cover({ min: part.#edge(part.#first), max: part.#edge(part.#first + part.#counts.length - 1) })
    this.#coarsenTo(part.#power ?? 0)
    part.#coarsenTo(this.#power)
    for (const [index, count] of part.#counts.entries()) {
      const bin = part.#first + index - this.#first
      if (count > 0) this.#counts[bin] = (this.#counts[bin] ?? 0) + count
    }
    this.#max = Math.max(this.#max, part.#max)
  }

  #coarsenTo(power: number): void {
    while ((this.#power ?? power) < power) this.#coarsen()
  }

  #copy(): FineHistogram {
    const copy = new FineHistogram(this.#unit)
    copy.#power = this.#power
    copy.#first = this.#first
    copy.#counts = this.#counts.slice()
    copy.#max = this.#max
    return copy
  }

  /** At most twenty bins or so, of a width that is easy to read. */
  finish(): Histogram {
    if (this.#only !== null) {
      const { value, count } = this.#only
      return { edges: [value, value + this.#unit.size], counts: [count] }
    }
    const [lowest, highest] = this.#filled()
    const span = highest - lowest + 1
    const isAtFinest = this.#power === this.#unit.finest
    const multiple = multiples.find((one) => span / one <= mostBins) ?? mostFineBins
    const first = Math.floor(lowest / multiple)
    const bins = Math.floor(highest / multiple) - first + 1
    const counts = Array.from<number>({ length: bins }).fill(0)
    for (let bin = lowest; bin <= highest; bin++) {
      const target = Math.floor(bin / multiple) - first
      counts[target] = (counts[target] ?? 0) + (this.#counts[bin - this.#first] ?? 0)
    }
    const edges = Array.from({ length: bins + 1 }, (_, index) => this.#edge((first + index) * multiple))
    // The last bin includes its upper edge: a bin that holds only that edge is not worth drawing, unless each value has its own.
    if (bins > 1 && edges[bins - 1] === this.#max && !(isAtFinest && multiple === 1)) {
      edges.pop()
      const last = counts.pop() ?? 0
      counts[bins - 2] = (counts[bins - 2] ?? 0) + last
    }
    return { edges, counts }
  }

  #filled(): readonly [number, number] {
    const first = this.#counts.findIndex((count) => count > 0)
    const last = this.#counts.findLastIndex((count) => count > 0)
    return [this.#first + Math.max(0, first), this.#first + Math.max(0, last)]
  }
}
