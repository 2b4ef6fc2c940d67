import { grow } from '../grow.ts'
import { type Batch, everyNth, type PartialState, numbersIn, numbersOf } from './aggregate.ts'

/**
 * Compensated sums: the rounding error of each addition is kept beside the sum, so the total error does not grow with
 * the number of values (Neumaier's variant of Kahan's method, without its branch).
 */
export class Sums {
  /** Per group: sum, rounding error, count. */
  #state = new Float64Array(0)

  add(batch: Batch): void {
    this.#state = grow(this.#state, batch.size * 3)
    addInto(this.#state, batch.groups, numbersIn(batch))
  }

  readonly partialState: PartialState = {
    exportState: (size) => [0, 1, 2].map((start) => everyNth(this.#state, { size, step: 3, start })),
    mergeState: (known, groups, size) => {
      this.#state = grow(this.#state, size * 3)
      const [sums, rests, counts] = known.map(numbersOf) as [Float64Array, Float64Array, Float64Array]
      for (const [row, group] of groups.entries()) {
        const at = group * 3
        addTo(this.#state, at, sums[row] as number)
        this.#state[at + 1] = (this.#state[at + 1] as number) + (rests[row] as number)
        this.#state[at + 2] = (this.#state[at + 2] as number) + (counts[row] as number)
      }
    },
  }

  sumOf(group: number): number {
    const [sum, rest] = [this.#state[group * 3] ?? 0, this.#state[group * 3 + 1] ?? 0]
    // If the sum is infinite, the rounding error is NaN.
    return Number.isFinite(sum) ? sum + rest : sum
  }

  countOf(group: number): number {
    return this.#state[group * 3 + 2] ?? 0
  }
}

function addTo(state: Float64Array, at: number, value: number): void {
  const sum = state[at] as number
  const next = sum + value
  const added = next - sum
  state[at] = next
  state[at + 1] = (state[at + 1] as number) + (sum - (next - added)) + (value - added)
}

function addInto(state: Float64Array, groups: Int32Array, values: Float64Array): void {
  for (let row = 0; row < groups.length; row++) {
    const value = values[row] as number
    if (value !== value) continue
    const at = (groups[row] as number) * 3
    addTo(state, at, value)
    state[at + 2] = (state[at + 2] as number) + 1
  }
}
