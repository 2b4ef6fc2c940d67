import type { Column, Table } from '../../table/table.ts'
import type { Key } from '../keys/key.ts'
import { PairIndex } from './pair-index.ts'
import { takeCodes } from '../take-rows.ts'

/** Assigns ids from 0 to combinations of dimension values, in order of first occurrence. */
export class GroupIndex {
  readonly #keys: readonly Key[]
  /**
   * The first index pairs the first two dimensions; each further one pairs the previous pairs with the next
   * dimension.
   */
  readonly #pairs: readonly PairIndex[]

  constructor(keys: readonly Key[]) {
    this.#keys = keys
    this.#pairs = keys.slice(1).map(() => new PairIndex())
  }

  /** Number of groups so far. Without dimensions it is 1, even without rows. */
  get size(): number {
    const [first] = this.#keys
    return first ? (this.#pairs.at(-1)?.size ?? first.size()) : 1
  }

  /** The group id per row. */
  groupsOf(columns: readonly Column[], rows: number): Int32Array {
    let groups: Int32Array | null = null
    let size = 0
    for (const [index, key] of this.#keys.entries()) {
      const ids = key.encode(columns[index] as Column)
      const pairs = this.#pairs[index - 1]
      groups = groups && pairs ? pairs.combine(groups, ids, [size, key.size()]) : ids
      size = pairs ? pairs.size : key.size()
    }
    return groups ?? new Int32Array(rows)
  }

  /** Per dimension, the value ids of all groups from `first`. */
  idsFrom(first: number): readonly Int32Array[] {
    const parts: Int32Array[] = []
    let ids: Int32Array = Int32Array.from({ length: this.size - first }, (_, at) => first + at)
    for (let index = this.#keys.length - 1; index >= 0; index--) {
      const pairs = this.#pairs[index - 1]
      parts.unshift(pairs ? takeCodes(pairs.right, ids) : ids)
      if (pairs) ids = takeCodes(pairs.left, ids)
    }
    return parts
  }

  /** The dimension values of all groups, by id. */
  values(names: readonly string[]): Table {
    const columns = this.idsFrom(0).map((ids, at) => (this.#keys[at] as Key).decode(ids, names[at] ?? ''))
    return { rows: this.size, columns }
  }
}
