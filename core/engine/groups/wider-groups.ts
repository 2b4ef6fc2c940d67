import { grow } from '../grow.ts'
import type { GroupIndex } from './group-index.ts'
import { PairIndex } from './pair-index.ts'
import { takeCodes } from '../take-rows.ts'

/** The groups that a share is taken of: all groups that agree in some dimensions, as groups of their own. */
export class WiderGroups {
  readonly #index: GroupIndex
  readonly #positions: readonly number[]
  readonly #pairs: readonly PairIndex[]
  #known = 0
  /** Wider group id per group id. */
  #widerOf = new Int32Array(0)
  size = 1

  /** Positions of dimensions in the index; without any, all groups are one. */
  constructor(index: GroupIndex, positions: readonly number[]) {
    this.#index = index
    this.#positions = positions
    this.#pairs = positions.map(() => new PairIndex())
  }

  /** The wider group of each of these groups. */
  of(groups: Int32Array): Int32Array {
    if (this.#positions.length === 0) return new Int32Array(groups.length)
    this.#extend()
    return takeCodes(this.#widerOf, groups)
  }

  #extend(): void {
    const { size } = this.#index
    if (size === this.#known) return
    const parts = this.#index.idsFrom(this.#known)
    let ids: Int32Array = new Int32Array(size - this.#known)
    let count = 1
    for (const [at, position] of this.#positions.entries()) {
      const own = parts[position] as Int32Array
      const pairs = this.#pairs[at] as PairIndex
      ids = pairs.combine(ids, own, [count, own.reduce((most, id) => Math.max(most, id + 1), 1)])
      count = pairs.size
    }
    this.#widerOf = grow(this.#widerOf, size)
    this.#widerOf.set(ids, this.#known)
    this.#known = size
    this.size = count
  }
}
