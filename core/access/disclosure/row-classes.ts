import type { Steps } from '../../budget.ts'

/** Rows added between two yields; about 4 ms. */
export const rowsInStep = 1 << 14

/** Mixes a number into a hash of 32 bits. */
const mixed = (hash: number, value: number, factor: number): number => {
  const next = Math.imul(hash ^ value, factor)
  return next ^ (next >>> 15)
}

/** More features of classes than this are not held: 20 MB, and about twice as much while they are looked at. */
const maxNumbers = 5_000_000

/** Whole numbers, one after another. */
class Numbers {
  #values = new Int32Array(1024)
  #length = 0

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Int32Array(this.#length * 2)
      grown.set(this.#values)
      this.#values = grown
    }
    this.#values[this.#length++] = value
  }

  add(at: number, value: number): void {
    this.#values[at] = (this.#values[at] as number) + value
  }

  get all(): Int32Array {
    return this.#values.subarray(0, this.#length)
  }
}

/** Numbers hashes in order of first sight: an open table, twice as large as it is full. */
class NumberTable {
  #hashes = new Float64Array(4096).fill(-1)
  #numbers = new Int32Array(4096)
  size = 0

  /** The number of a hash; a new one gets the next. */
  numberOf(hash: number): number {
    const place = this.#placeOf(hash)
    if (this.#hashes[place] === hash) return this.#numbers[place] as number
    this.#hashes[place] = hash
    this.#numbers[place] = this.size++
    if (this.size * 2 > this.#hashes.length) this.#grow()
    return this.size - 1
  }

  #placeOf(hash: number): number {
    const mask = this.#hashes.length - 1
    let place = ((hash % 4_294_967_296) ^ (hash / 2_097_152)) & mask
    while (this.#hashes[place] !== -1 && this.#hashes[place] !== hash) place = (place + 1) & mask
    return place
  }

  #grow(): void {
    const [hashes, numbers] = [this.#hashes, this.#numbers]
    this.#hashes = new Float64Array(hashes.length * 2).fill(-1)
    this.#numbers = new Int32Array(hashes.length * 2)
    for (let at = 0; at < hashes.length; at++) {
      const hash = hashes[at] as number
      if (hash === -1) continue
      const place = this.#placeOf(hash)
      this.#hashes[place] = hash
      this.#numbers[place] = numbers[at] as number
    }
  }
}

/** Rows that agree in all their features, as one class; features are whole numbers of 32 bits. */
export class RowClasses {
  readonly #numbers = new NumberTable()
  readonly #rows = new Numbers()
  readonly #features: readonly Numbers[]

  constructor(features: number) {
    this.#features = Array.from({ length: features }, () => new Numbers())
  }

  get size(): number {
    return this.#numbers.size
  }

  get isFull(): boolean {
    return this.size * this.#features.length > maxNumbers
  }

  /** How many rows each class has. */
  get rows(): Int32Array {
    return this.#rows.all
  }

  feature(at: number): Int32Array {
    return this.#features[at]?.all ?? new Int32Array(0)
  }

  /** Adds rows by their features, one array each. */
  *add(features: readonly Int32Array[], rows: number): Steps<void> {
    for (let row = 0; row < rows; row++) {
      if (row % rowsInStep === rowsInStep - 1) yield
      this.#rows.add(this.#numberOf(features, row), 1)
    }
  }

  /** Classes are found by a hash of 53 bits: among 500,000 classes two share one in one of 70,000 runs. */
  #numberOf(features: readonly Int32Array[], row: number): number {
    let [high, low] = [1, 2]
    for (let at = 0; at < features.length; at++) {
      const value = features[at]?.[row] as number
      high = mixed(high, value, 0x45d9f3b)
      low = mixed(low, value, 0x2c1b3c6d)
    }
    const hash = (high >>> 0) * 2_097_152 + ((low >>> 0) & 2_097_151)
    const size = this.size
    const number = this.#numbers.numberOf(hash)
    if (number < size) return number
    this.#rows.push(0)
    for (let at = 0; at < features.length; at++) this.#features[at]?.push(features[at]?.[row] as number)
    return number
  }
}
