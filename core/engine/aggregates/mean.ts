import { type Accumulator, numberResult } from './aggregate.ts'
import { Sums } from './sums.ts'

/** The sum of a group's values over their count; null where it has none. */
export function mean(): Accumulator {
  const sums = new Sums()
  return {
    add: (batch) => sums.add(batch),
    handover: sums.handover,
    finish: numberResult((group) => sums.sumOf(group) / sums.countOf(group)),
  }
}
