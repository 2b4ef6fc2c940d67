import { type Accumulator, numberResult } from './aggregate.ts'
import { Spread } from './spread.ts'

/** The sample variance of a group's values; null below two values. */
export function variance(): Accumulator {
  const spread = new Spread()
  return {
    add: (batch) => spread.add(batch),
    partialState: spread.partialState,
    finish: numberResult((group) => spread.varianceOf(group)),
  }
}
