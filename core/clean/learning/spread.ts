import { Moments } from '../../profile/moments.ts'
import { NumberValues } from '../../profile/number-values.ts'
import type { Column } from '../../table/table.ts'

/** So many different numbers are held to give exact quantiles and modes; with more they are estimated, within 0.2 % of rank. */
const mostNumbers = 1 << 19

/** How the numbers of a column are spread. */
export class Spread {
  readonly #moments = new Moments()
  readonly #values = new NumberValues(mostNumbers)

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
    return this.#values.quantiles([0.5])[0] ?? Number.NaN
  }

  quartiles(): readonly [number, number] {
    const [first = Number.NaN, third = Number.NaN] = this.#values.quantiles([0.25, 0.75])
    return [first, third]
  }

  /** Of equally frequent values the smallest. */
  get mode(): number {
    return this.#values.top(1)[0]?.value ?? Number.NaN
  }
}
