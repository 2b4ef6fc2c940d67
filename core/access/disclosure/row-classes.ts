/** Mixes a number into a hash of 32 bits. */
const mixed = (hash: number, value: number, factor: number): number => {
  const next = Math.imul(hash ^ value, factor)
  return next ^ (next >>> 15)
}

/** More classes than this are not held: about 40 MB with 30 features. */
export const mostClasses = 300_000

/** Rows that agree in all their features, as one class; features are whole numbers of 32 bits. */
export class RowClasses {
  readonly #numbers = new Map<number, number>()
  readonly #rows: number[] = []
  readonly #features: number[][]

  constructor(features: number) {
    this.#features = Array.from({ length: features }, () => [])
  }

  get size(): number {
    return this.#rows.length
  }

  rowsOf(number: number): number {
    return this.#rows[number] ?? 0
  }

  feature(at: number): readonly number[] {
    return this.#features[at] ?? []
  }

  /** Adds rows by their features, one array each. */
  add(features: readonly Int32Array[], rows: number): void {
    for (let row = 0; row < rows; row++) {
      const number = this.#numberOf(features, row)
      this.#rows[number] = (this.#rows[number] ?? 0) + 1
    }
  }

  /** Classes are found by a hash of 53 bits: among 300,000 classes two share one in a run of a hundred thousand. */
  #numberOf(features: readonly Int32Array[], row: number): number {
    let [high, low] = [1, 2]
    for (const feature of features) {
      const value = feature[row] as number
      high = mixed(high, value, 0x45d9f3b)
      low = mixed(low, value, 0x2c1b3c6d)
    }
    const hash = (high >>> 0) * 2_097_152 + ((low >>> 0) & 2_097_151)
    const known = this.#numbers.get(hash)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(hash, number)
    for (const [at, feature] of features.entries()) this.#features[at]?.push(feature[row] as number)
    return number
  }
}
