import { Moments } from '../../profile/moments.ts'
import { NumberValues } from '../../profile/number-values.ts'
import type { Column } from '../../table/table.ts'

/** Distinct numbers kept for exact quantiles and modes; above it they are estimated within 0.2 % of rank. */
const maxNumbers = 1 << 19

/** Arbitrary, because no histogram is read. */
const anyBins = { size: 1, finest: -300 }

/** Distribution of a column's numbers. */
export class Spread {
  readonly #moments = new Moments()
  readonly #values = new NumberValues(maxNumbers, anyBins)

  add(column: Column): void {
    if (column.type === 'text') return
    const filled = column.values.filter((value) => !Number.isNaN(value))
    this.#moments.add(filled, filled.length)
    this.#values.add(filled, filled.length)
  }

  get count(): number {
    return this.#moments.count
  }

  get mean(): number {
    return this.#moments.mean
  }

  /** Sample standard deviation (n − 1); 0 below two values. */
  get standardDeviation(): number {
    return this.#moments.standardDeviation ?? 0
  }

  /** Hyndman and Fan type 7. */
  get median(): number {
    return this.#values.distribution().quantile(0.5)
  }

  quartiles(): readonly [number, number] {
    const { quantile } = this.#values.distribution()
    return [quantile(0.25), quantile(0.75)]
  }

  /** Minimum and maximum. */
  range(): readonly [number, number] {
    const { quantile } = this.#values.distribution()
    return [quantile(0), quantile(1)]
  }

  /** The smallest of equally frequent values. */
  get mode(): number {
    return this.#values.top(1)[0]?.value ?? Number.NaN
  }
}
