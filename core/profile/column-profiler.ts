import { writeDuration } from '../table/duration.ts'
import type { Column, ColumnType, Field } from '../table/table.ts'
import { FineHistogram, type BinUnit } from './histogram.ts'
import { Moments } from './moments.ts'
import { NumberValues } from './number-values.ts'
import type { ColumnProfile, NumberProfile, TextProfile, ValueCount } from './profile.ts'
import { TextShapes } from './text-shapes.ts'
import { TextValues } from './text-values.ts'

/** What is known of one kind of column after its batches; parts of a file merge into the whole. */
export type ColumnProfiler = {
  readonly add: (column: Column) => void
  readonly merge: (other: ColumnProfiler) => void
  readonly finish: () => Pick<ColumnProfile, 'nulls' | 'distinct' | 'top' | 'numbers' | 'text' | 'shapes'>
}

const topKept = 20
const [minute, day] = [60_000, 86_400_000]

/** Bins of whole numbers are never finer than 1, of moments never finer than a minute, of dates never than a day. */
const binUnits: Record<Exclude<ColumnType, 'text' | 'boolean'>, BinUnit> = {
  integer: { size: 1, finest: 0 },
  decimal: { size: 1, finest: -300 },
  date: { size: day, finest: 0 },
  timestamp: { size: minute, finest: 0 },
  duration: { size: 1000, finest: -3 },
}

/** Values without their nulls; used again for every column. */
let filled = new Float64Array(0)

function gatherFilled(values: Float64Array): number {
  if (filled.length < values.length) filled = new Float64Array(values.length)
  let count = 0
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN
    if (!Number.isNaN(value)) filled[count++] = value
  }
  return count
}

function written(value: number, type: ColumnType): string {
  if (type === 'boolean') return value === 1 ? 'true' : 'false'
  if (type === 'date') return new Date(value).toISOString().slice(0, 10)
  if (type === 'timestamp') return new Date(value).toISOString().replace('.000Z', 'Z')
  return type === 'duration' ? writeDuration(value) : String(value)
}

class NumberProfiler implements ColumnProfiler {
  readonly #type: ColumnType
  readonly #values: NumberValues
  readonly #moments = new Moments()
  readonly #histogram: FineHistogram | null
  #nulls = 0

  constructor(type: Exclude<ColumnType, 'text'>, limit: number) {
    this.#type = type
    this.#values = new NumberValues(limit)
    this.#histogram = type === 'boolean' ? null : new FineHistogram(binUnits[type])
  }

  add = (column: Column): void => {
    if (column.type === 'text') throw new Error(`A column of ${this.#type} cannot become text.`)
    const count = gatherFilled(column.values)
    this.#nulls += column.values.length - count
    const batch = new Moments()
    batch.add(filled, count)
    this.#moments.merge(batch)
    this.#values.add(filled, count)
    this.#histogram?.add(filled, count, batch)
  }

  merge = (other: ColumnProfiler): void => {
    if (!(other instanceof NumberProfiler)) throw new Error('Only parts of one column merge.')
    this.#nulls += other.#nulls
    this.#values.merge(other.#values)
    this.#moments.merge(other.#moments)
    if (other.#histogram !== null) this.#histogram?.merge(other.#histogram)
  }

  finish = (): ReturnType<ColumnProfiler['finish']> => ({
    nulls: this.#nulls,
    distinct: this.#values.distinct(),
    top: this.#values
      .top(topKept)
      .map(({ value, count }): ValueCount => ({ value: written(value, this.#type), count })),
    numbers: this.#numbers(),
    text: null,
  })

  #numbers(): NumberProfile | null {
    if (this.#histogram === null || this.#moments.count === 0) return null
    const { min, max, mean, sum, standardDeviation } = this.#moments
    const [low = min, first = min, second = min, third = min, high = max] = this.#values.quantiles([
      0.005, 0.25, 0.5, 0.75, 0.995,
    ])
    const histogram = this.#histogram.finish()
    return { min, max, mean, sum, standardDeviation, quartiles: [first, second, third], bulk: [low, high], histogram }
  }
}

class TextProfiler implements ColumnProfiler {
  readonly #values: TextValues
  readonly #shapes = new TextShapes()
  #nulls = 0
  #lengths: TextProfile | null = null

  constructor(limit: number) {
    this.#values = new TextValues(limit)
  }

  add = (column: Column): void => {
    if (column.type !== 'text') throw new Error('A column of text cannot become anything else.')
    const counts = new Int32Array(column.dictionary.length)
    for (let row = 0; row < column.codes.length; row++) {
      const code = column.codes[row] ?? -1
      if (code < 0) this.#nulls++
      else counts[code] = (counts[code] ?? 0) + 1
    }
    for (const [code, text] of column.dictionary.entries())
      if ((counts[code] ?? 0) > 0) this.#measure(text.length, text.length)
    this.#values.add(column.dictionary, counts)
    this.#shapes.add(column.dictionary, counts)
  }

  #measure(shortest: number, longest: number): void {
    const before = this.#lengths
    if (before !== null && before.shortest <= shortest && before.longest >= longest) return
    this.#lengths = {
      shortest: Math.min(shortest, before?.shortest ?? shortest),
      longest: Math.max(longest, before?.longest ?? longest),
    }
  }

  merge = (other: ColumnProfiler): void => {
    if (!(other instanceof TextProfiler)) throw new Error('Only parts of one column merge.')
    this.#nulls += other.#nulls
    this.#values.merge(other.#values)
    this.#shapes.merge(other.#shapes)
    if (other.#lengths !== null) this.#measure(other.#lengths.shortest, other.#lengths.longest)
  }

  finish = (): ReturnType<ColumnProfiler['finish']> => {
    const shapes = this.#shapes.finish()
    return {
      nulls: this.#nulls,
      distinct: this.#values.distinct(),
      top: this.#values.top(topKept),
      numbers: null,
      text: this.#lengths,
      ...(shapes === null ? {} : { shapes }),
    }
  }
}

/** How many different values a column may hold and be counted exactly: less each, the more columns share the memory. */
function exactLimits(columns: number): { readonly numbers: number; readonly texts: number } {
  const share = (budget: number, least: number, most: number): number =>
    Math.max(least, Math.min(most, Math.floor(budget / Math.max(1, columns))))
  return { numbers: share(1 << 19, 1 << 10, 1 << 16), texts: share(1 << 18, 1 << 9, 1 << 15) }
}

/** What follows one column, for a table of so many. */
export function columnProfiler({ type }: Field, columns: number): ColumnProfiler {
  const limits = exactLimits(columns)
  return type === 'text' ? new TextProfiler(limits.texts) : new NumberProfiler(type, limits.numbers)
}
