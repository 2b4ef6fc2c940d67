import { grow } from '../grow.ts'
import { type Batch, numbersIn } from './aggregate.ts'

/**
 * Sums whose error does not grow with the number of values: what each addition rounds off is kept
 * beside the sum (Neumaier's variant of Kahan's method, without its branch).
 */
export class Sums {
  /** Per group the sum, what was rounded off, and the count. */
  #state = new Float64Array(0)

  add(batch: Batch): void {
    this.#state = grow(this.#state, batch.size * 3)
    addInto(this.#state, batch.groups, numbersIn(batch))
  }

  sumOf(group: number): number {
    const [sum, rest] = [this.#state[group * 3] ?? 0, this.#state[group * 3 + 1] ?? 0]
    // Where the sum is infinite, what was rounded off is not a number.
    return Number.isFinite(sum) ? sum + rest : sum
  }

  countOf(group: number): number {
    return this.#state[group * 3 + 2] ?? 0
  }
}

function addInto(state: Float64Array, groups: Int32Array, values: Float64Array): void {
  for (let row = 0; row < groups.length; row++) {
    const value = values[row] as number
    if (value !== value) continue
    const at = (groups[row] as number) * 3
    const sum = state[at] as number
    const next = sum + value
    const added = next - sum
    state[at] = next
    state[at + 1] = (state[at + 1] as number) + (sum - (next - added)) + (value - added)
    state[at + 2] = (state[at + 2] as number) + 1
  }
}
