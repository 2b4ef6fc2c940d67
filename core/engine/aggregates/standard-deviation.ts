import { type Accumulator, numberResult } from './aggregate.ts'
import { Spread } from './spread.ts'

/** The sample standard deviation of a group's values; null below two values. */
export function standardDeviation(): Accumulator {
  const spread = new Spread()
  return {
    add: (batch) => spread.add(batch),
    partialState: spread.partialState,
    finish: numberResult((group) => Math.sqrt(spread.varianceOf(group))),
  }
}
