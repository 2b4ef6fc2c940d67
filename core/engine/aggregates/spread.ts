import { grow } from '../grow.ts'
import { type Batch, everyNth, type PartialState, numbersIn, numbersOf } from './aggregate.ts'

/**
 * Variance per group by Welford's method on distances from the group's first value. Cancellation then depends on the
 * spread and not on the magnitude of the values, equal values give exactly 0, and row group boundaries do not change
 * the result.
 */
export class Spread {
  /** Per group: count, first value, mean distance from it, sum of squares about that mean. */
  #state = new Float64Array(0)

  add(batch: Batch): void {
    this.#state = grow(this.#state, batch.size * 4)
    addInto(this.#state, batch.groups, numbersIn(batch))
  }

  /** Merges by the method of Chan, Golub and LeVeque (1979), relative to the first value of the merged groups. */
  readonly partialState: PartialState = {
    exportState: (size) => [0, 1, 2, 3].map((start) => everyNth(this.#state, { size, step: 4, start })),
    mergeState: (known, groups, size) => {
      this.#state = grow(this.#state, size * 4)
      const parts = known.map(numbersOf)
      for (const [row, group] of groups.entries())
        merge(this.#state.subarray(group * 4, group * 4 + 4), parts.map((part) => part[row] as number) as SpreadState)
    },
  }

  /** Sample variance, with divisor n − 1; null below two values. */
  varianceOf(group: number): number {
    const count = this.#state[group * 4] ?? 0
    return count < 2 ? Number.NaN : (this.#state[group * 4 + 3] ?? 0) / (count - 1)
  }
}

/** Count, first value, mean distance from it, sum of squares about that mean. */
type SpreadState = [number, number, number, number]

function merge(state: Float64Array, [count, first, mean, squares]: SpreadState): void {
  const before = state[0] as number
  if (count === 0) return
  if (before === 0) return state.set([count, first, mean, squares])
  const all = before + count
  const apart = first - (state[1] as number) + mean - (state[2] as number)
  state[0] = all
  state[2] = (state[2] as number) + (apart * count) / all
  state[3] = (state[3] as number) + squares + apart * apart * ((before * count) / all)
}

function addInto(state: Float64Array, groups: Int32Array, values: Float64Array): void {
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value !== value) continue
    const at = (groups[row] as number) * 4
    const count = (state[at] as number) + 1
    if (count === 1) state[at + 1] = value
    const distance = value - (state[at + 1] as number)
    const before = distance - (state[at + 2] as number)
    const mean = (state[at + 2] as number) + before / count
    state[at] = count
    state[at + 2] = mean
    state[at + 3] = (state[at + 3] as number) + before * (distance - mean)
  }
}
