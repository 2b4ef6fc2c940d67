import type { Aggregate } from '../../semantic/vocabulary.ts'
import type { Accumulator, AccumulatorSetup } from './aggregate.ts'
import { count } from './count.ts'
import { distinct } from './distinct.ts'
import { earliest } from './earliest.ts'
import { extreme } from './extreme.ts'
import { mean } from './mean.ts'
import { mode } from './mode.ts'
import { median, quantile } from './quantile.ts'
import { standardDeviation } from './standard-deviation.ts'
import { sum } from './sum.ts'
import { variance } from './variance.ts'

/** Creates an accumulator for each aggregate. */
export const accumulators: Record<Aggregate, (setup: AccumulatorSetup) => Accumulator> = {
  count,
  distinct,
  sum,
  mean,
  median,
  min: ({ type }) => extreme(type, 'min'),
  max: ({ type }) => extreme(type, 'max'),
  quantile,
  sd: standardDeviation,
  variance,
  mode,
  first: ({ type }) => earliest(type, 'first'),
  last: ({ type }) => earliest(type, 'last'),
}
