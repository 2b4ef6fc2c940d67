import { type Accumulator, numberResult } from './aggregate.ts'
import { Sums } from './sums.ts'

/** The mean of a group's values; null for an empty group. */
export function mean(): Accumulator {
  const sums = new Sums()
  return {
    add: (batch) => sums.add(batch),
    partialState: sums.partialState,
    finish: numberResult((group) => sums.sumOf(group) / sums.countOf(group)),
  }
}
