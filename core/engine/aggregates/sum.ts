import { type Accumulator, numberResult } from './aggregate.ts'
import { Sums } from './sums.ts'

/** The sum of a group's values; null for an empty group. */
export function sum(): Accumulator {
  const sums = new Sums()
  return {
    add: (batch) => sums.add(batch),
    partialState: sums.partialState,
    finish: numberResult((group) => (sums.countOf(group) > 0 ? sums.sumOf(group) : Number.NaN)),
  }
}
