import { hashNumber } from '../../profile/hash.ts'

type Taken = { readonly place: number; readonly hash: number; readonly values: Float64Array }

const byHash = (a: Taken, b: Taken): number => a.hash - b.hash || a.place - b.place
const byPlace = (a: Taken, b: Taken): number => a.place - b.place

/** A bounded sample of rows, chosen by a hash of the row number, so it does not depend on batches. */
export class RowSample {
  readonly #size: number
  #taken: Taken[] = []
  #worst = Number.POSITIVE_INFINITY

  constructor(size: number) {
    this.#size = size
  }

  /** Offers a row; calls `values` only if the row is a candidate; null declines it. */
  add(place: number, values: () => Float64Array | null): void {
    const hash = hashNumber(place, 23)
    if (hash > this.#worst) return
    const taken = values()
    if (taken === null) return
    this.#taken.push({ place, hash, values: taken })
    if (this.#taken.length < this.#size * 2) return
    this.#taken = this.#best(this.#size)
    this.#worst = this.#taken.at(-1)?.hash ?? this.#worst
  }

  #best(size: number): Taken[] {
    return this.#taken.toSorted(byHash).slice(0, size)
  }

  /** At most `size` of the rows, in table order. */
  take(size = this.#size): readonly Float64Array[] {
    return this.#best(Math.min(size, this.#size))
      .sort(byPlace)
      .map(({ values }) => values)
  }
}
