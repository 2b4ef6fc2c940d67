import type { NumberColumn } from '../../table/table.ts'
import { NumberIndex } from '../../table/number-index.ts'
import type { Key } from './key.ts'
import { numbersOf } from './numbers-of.ts'

/** Integers within this distance of the first one use a lookup table instead of hashing. */
const reach = 32_768

/** Keys numbers by value. */
export function numberKey(type: NumberColumn['type']): Key {
  const index = new NumberIndex()
  const ids = new IdTable()
  /** Value by id; null is NaN. */
  const valueOf = (id: number): number => ids.valueOf(id, index.numbers)
  return {
    size: () => ids.size(index),
    nullId: () => ids.nullId,
    encode: (column) => ids.encode(numbersOf(column), index),
    decode: (chosen, name) => ({ name, type, values: Float64Array.from(chosen, valueOf) }),
  }
}

/** Ids of numbers, with a lookup table for small integers; null takes one id. */
class IdTable {
  nullId = -1
  #base = Number.NaN
  readonly #table = new Int32Array(reach * 2)

  size(index: NumberIndex): number {
    return index.size + (this.nullId < 0 ? 0 : 1)
  }

  valueOf(id: number, numbers: Float64Array): number {
    if (id === this.nullId) return Number.NaN
    return numbers[this.nullId >= 0 && id > this.nullId ? id - 1 : id] as number
  }

  encode(values: Float64Array, index: NumberIndex): Int32Array {
    const ids = new Int32Array(values.length)
    const table = this.#table
    for (let row = 0; row < values.length; row++) {
      const value = values[row] as number
      const offset = value - this.#base
      // True only for integer offsets inside the table.
      const isNear = (offset & 65_535) === offset
      const known = isNear ? (table[offset] as number) : 0
      ids[row] = known > 0 ? known - 1 : this.#resolve(value, index)
    }
    return ids
  }

  #resolve(value: number, index: NumberIndex): number {
    if (value !== value) {
      if (this.nullId < 0) this.nullId = index.size
      return this.nullId
    }
    if (this.#base !== this.#base && Number.isSafeInteger(value)) this.#base = value - reach
    const plain = index.idOf(value)
    const id = this.nullId >= 0 && plain >= this.nullId ? plain + 1 : plain
    const offset = value - this.#base
    if ((offset & 65_535) === offset) this.#table[offset] = id + 1
    return id
  }
}
