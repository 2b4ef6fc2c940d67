import { writeDuration } from '../table/duration.ts'
import type { Column, ColumnType } from '../table/table.ts'
import type { ColumnFindings, ColumnPlace, ColumnProfiler } from './column-findings.ts'
import type { Distribution } from './distribution.ts'
import { Extremes } from './extremes.ts'
import type { BinUnit } from './bins.ts'
import { HourSet } from './hour-set.ts'
import { coverageOf } from './moment-coverage.ts'
import { Moments } from './moments.ts'
import { normalityOf } from './normality.ts'
import { NumberValues } from './number-values.ts'
import { outliersOf } from './outliers.ts'
import type { NumberProfile, NumberShape, ValueCount } from './profile.ts'
import { RowOrder } from './row-order.ts'
import { day, minute } from '../table/time-units.ts'

type NumberType = Exclude<ColumnType, 'text'>

const topKept = 20

/** Minimum bin width: 1 for integers, a minute for timestamps, a day for dates. */
const binUnits: Record<NumberType, BinUnit> = {
  boolean: { size: 1, finest: 0 },
  integer: { size: 1, finest: 0 },
  decimal: { size: 1, finest: -300 },
  date: { size: day, finest: 0 },
  timestamp: { size: minute, finest: 0 },
  duration: { size: 1000, finest: -3 },
}

/** Buffer of values without nulls, reused for every column. */
let filled = new Float64Array(0)

function gatherFilled(values: Float64Array): number {
  if (filled.length < values.length) filled = new Float64Array(values.length)
  const into = filled
  let count = 0
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    into[count] = value
    if (value === value) count++
  }
  return count
}

function written(value: number, type: ColumnType): string {
  if (type === 'boolean') return value === 1 ? 'true' : 'false'
  if (type === 'date') return new Date(value).toISOString().slice(0, 10)
  if (type === 'timestamp') return new Date(value).toISOString().replace('.000Z', 'Z')
  return type === 'duration' ? writeDuration(value) : String(value)
}

/** Profiles a column of numbers, moments or booleans. */
export class NumberProfiler implements ColumnProfiler {
  readonly #type: NumberType
  readonly #values: NumberValues
  readonly #moments = new Moments()
  readonly #order = new RowOrder()
  readonly #extremes: Extremes | null
  readonly #hours: HourSet | null
  #nulls = 0

  constructor(type: NumberType, limit: number) {
    this.#type = type
    this.#values = new NumberValues(limit, binUnits[type])
    this.#extremes = type === 'integer' || type === 'decimal' || type === 'duration' ? new Extremes() : null
    this.#hours = type === 'date' || type === 'timestamp' ? new HourSet() : null
  }

  add = (column: Column, { firstRow }: ColumnPlace): void => {
    if (column.type === 'text') throw new Error(`A column of ${this.#type} cannot become text.`)
    const count = gatherFilled(column.values)
    this.#nulls += column.values.length - count
    if (count === 0) return
    const batch = new Moments()
    batch.add(filled, count)
    this.#moments.merge(batch)
    this.#order.add(filled, count, batch.mean)
    this.#values.add(filled, count)
    this.#extremes?.add(column.values, firstRow, batch)
    this.#hours?.add(filled, count, batch)
  }

  merge = (other: ColumnProfiler): void => {
    if (!(other instanceof NumberProfiler)) throw new Error('Only parts of one column merge.')
    this.#nulls += other.#nulls
    this.#values.merge(other.#values)
    this.#moments.merge(other.#moments)
    this.#order.merge(other.#order)
    if (other.#extremes !== null) this.#extremes?.merge(other.#extremes)
    if (other.#hours !== null) this.#hours?.merge(other.#hours)
  }

  finish = (): ColumnFindings => {
    const hours = this.#hours?.moments() ?? null
    return {
      nulls: this.#nulls,
      distinct: this.#values.distinct(),
      top: this.#values
        .top(topKept)
        .map(({ value, count }): ValueCount => ({ value: written(value, this.#type), count })),
      numbers: this.#type === 'boolean' || this.#moments.count === 0 ? null : this.#numbers(),
      text: null,
      coverage: hours === null ? null : coverageOf(hours, this.#type === 'date' ? 'day' : 'hour'),
      spellings: [],
    }
  }

  #numbers(): NumberProfile {
    const { min, max, mean, sum, standardDeviation } = this.#moments
    const distribution = this.#values.distribution()
    const { quantile } = distribution
    const isMeasured = this.#extremes !== null
    return {
      min,
      max,
      mean,
      sum,
      standardDeviation,
      quartiles: [quantile(0.25), quantile(0.5), quantile(0.75)],
      bulk: [quantile(0.005), quantile(0.995)],
      histogram: this.#values.histogram(),
      shape: this.#shape(distribution),
      outliers: this.#extremes === null ? null : outliersOf(this.#moments, distribution, this.#extremes),
      normality: isMeasured ? normalityOf(this.#moments.sums, this.#values.sorted(5000)) : [],
    }
  }

  #shape({ quantile }: Distribution): NumberShape {
    const { skewness, kurtosis, zeros, negatives, mean } = this.#moments
    return {
      skewness,
      kurtosis,
      tails: [quantile(0.01), quantile(0.05), quantile(0.95), quantile(0.99)],
      zeros,
      negatives,
      order: this.#order.order,
      autocorrelation: this.#order.autocorrelation(mean),
    }
  }
}
