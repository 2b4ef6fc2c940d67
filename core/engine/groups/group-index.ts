import type { Column, Table } from '../../table/table.ts'
import type { Key } from '../keys/key.ts'
import { PairIndex } from './pair-index.ts'
import { takeCodes } from '../take-rows.ts'

/** Gives each combination of the dimensions' values an id, from 0 in order of first sight. */
export class GroupIndex {
  readonly #keys: readonly Key[]
  /** The first pairs the first two dimensions, each next one the pairs so far with a further dimension. */
  readonly #pairs: readonly PairIndex[]

  constructor(keys: readonly Key[]) {
    this.#keys = keys
    this.#pairs = keys.slice(1).map(() => new PairIndex())
  }

  /** How many groups there are so far. Without dimensions all rows are one group, even when there are none. */
  get size(): number {
    const [first] = this.#keys
    return first ? (this.#pairs.at(-1)?.size ?? first.size()) : 1
  }

  /** The group of each row. */
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

  /** For each group from an id on, the ids of its values in all dimensions. */
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

  /** The dimensions' values of all groups, by id. */
  values(names: readonly string[]): Table {
    const columns = this.idsFrom(0).map((ids, at) => (this.#keys[at] as Key).decode(ids, names[at] ?? ''))
    return { rows: this.size, columns }
  }
}
