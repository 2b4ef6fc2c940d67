import { Moments } from '../../profile/moments.ts'
import { NumberValues } from '../../profile/number-values.ts'
import type { Column } from '../../table/table.ts'

/** So many different numbers are held to give exact quantiles and modes; with more they are estimated, within 0.2 % of rank. */
const mostNumbers = 1 << 19

/** No histogram is asked for, so any bins would do. */
const anyBins = { size: 1, finest: -300 }

/** How the numbers of a column are spread. */
export class Spread {
  readonly #moments = new Moments()
  readonly #values = new NumberValues(mostNumbers, anyBins)

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

  /** Of the sample (n − 1); 0 for fewer than two values. */
  get standardDeviation(): number {
    return this.#moments.standardDeviation ?? 0
  }

  /** Hyndman and Fan's type 7. */
  get median(): number {
    return this.#values.distribution().quantile(0.5)
  }

  quartiles(): readonly [number, number] {
    const { quantile } = this.#values.distribution()
    return [quantile(0.25), quantile(0.75)]
  }

  /** The least and the most. */
  range(): readonly [number, number] {
    const { quantile } = this.#values.distribution()
    return [quantile(0), quantile(1)]
  }

  /** Of equally frequent values the smallest. */
  get mode(): number {
    return this.#values.top(1)[0]?.value ?? Number.NaN
  }
}
