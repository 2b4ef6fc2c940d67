import type { Aggregate } from '../../semantic/vocabulary.ts'
import type { WriteAggregate } from './aggregation.ts'
import { first, last, mode } from './chosen.ts'
import { count, distinct, max, mean, min, sum } from './plain.ts'
import { median, quantile } from './quantile.ts'
import { sd, variance } from './spread.ts'

/** The writer of each aggregate. */
export const aggregates: Record<Aggregate, WriteAggregate> = {
  count,
  distinct,
  sum,
  mean,
  median,
  min,
  max,
  quantile,
  sd,
  variance,
  mode,
  first,
  last,
}
