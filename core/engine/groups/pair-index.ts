import { grow } from '../grow.ts'
import { NumberIndex } from '../../table/number-index.ts'

/** Up to this many possible pairs use a lookup table (4 MB) instead of hashing. */
const tableLimit = 1 << 20
const half = 67_108_864

/** Assigns ids from 0 to distinct pairs of ids, in order of first occurrence. */
export class PairIndex {
  size = 0
  #left = new Int32Array(256)
  #right = new Int32Array(256)
  #table: Int32Array = new Int32Array(0)
  #shift = 0
  #hashed: NumberIndex | null = null

  /** The pair id per row. `sizes` are the numbers of ids so far on each side. */
  combine(left: Int32Array, right: Int32Array, sizes: readonly [number, number]): Int32Array {
    if (Math.max(...sizes) >= half) throw new RangeError('Too many distinct values to pair')
    const ids = new Int32Array(left.length)
    if (this.#prepareTable(sizes)) this.#combineByTable(left, right, ids)
    else this.#combineByHash(left, right, ids)
    return ids
  }

  /** The left id of each pair. */
  get left(): Int32Array {
    return this.#left.subarray(0, this.size)
  }

  /** The right id of each pair. */
  get right(): Int32Array {
    return this.#right.subarray(0, this.size)
  }

  #prepareTable([left, right]: readonly [number, number]): boolean {
    if (this.#hashed) return false
    const shift = Math.max(this.#shift, 32 - Math.clz32(right))
    const rows = 2 ** (32 - Math.clz32(left))
    if (rows * 2 ** shift > tableLimit) {
      this.#hashed = new NumberIndex()
      for (let id = 0; id < this.size; id++)
        this.#hashed.idOf(keyOf(this.#left[id] as number, this.#right[id] as number))
      this.#table = new Int32Array(0)
      return false
    }
    if (shift !== this.#shift || this.#table.length < rows * 2 ** shift) this.#rebuild(rows, shift)
    return true
  }

  #rebuild(rows: number, shift: number): void {
    this.#shift = shift
    this.#table = new Int32Array(rows * 2 ** shift)
    for (let id = 0; id < this.size; id++) {
      this.#table[((this.#left[id] as number) << shift) | (this.#right[id] as number)] = id + 1
    }
  }

  #combineByTable(left: Int32Array, right: Int32Array, ids: Int32Array): void {
    const table = this.#table
    const shift = this.#shift
    for (let row = 0; row < ids.length; row++) {
      const slot = ((left[row] as number) << shift) | (right[row] as number)
      const known = table[slot] as number
      if (known > 0) {
        ids[row] = known - 1
      } else {
        ids[row] = this.#add(left[row] as number, right[row] as number)
        table[slot] = this.size
      }
    }
  }

  #combineByHash(left: Int32Array, right: Int32Array, ids: Int32Array): void {
    const index = this.#hashed as NumberIndex
    for (let row = 0; row < ids.length; row++) {
      const id = index.idOf(keyOf(left[row] as number, right[row] as number))
      if (id === this.size) this.#add(left[row] as number, right[row] as number)
      ids[row] = id
    }
  }

  #add(left: number, right: number): number {
    const id = this.size++
    this.#left = grow(this.#left, this.size)
    this.#right = grow(this.#right, this.size)
    this.#left[id] = left
    this.#right[id] = right
    return id
  }
}

const keyOf = (left: number, right: number): number => left * half + right
