import type { Aggregate } from '../../semantic/vocabulary.ts'
import type { Accumulator, AccumulatorSetup } from './aggregate.ts'
import { count } from './count.ts'
import { distinct } from './distinct.ts'
import { extreme } from './extreme.ts'
import { mean } from './mean.ts'
import { median } from './median.ts'
import { sum } from './sum.ts'

/** A fresh accumulator for each aggregate. */
export const accumulators: Partial<Record<Aggregate, (setup: AccumulatorSetup) => Accumulator>> = {
  count,
  distinct,
  sum,
  mean,
  median,
  min: ({ type }) => extreme(type, 'min'),
  max: ({ type }) => extreme(type, 'max'),
}
