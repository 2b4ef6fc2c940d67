import type { Aggregate } from '../../semantic/vocabulary.ts'
import { lookUp } from './look-up.ts'
import type { Expression } from './syntax.ts'

/** DuckDB's names of the aggregates that a Query has. */
const aggregateNames: Readonly<Record<string, Aggregate>> = {
  count: 'count',
  sum: 'sum',
  avg: 'mean',
  mean: 'mean',
  min: 'min',
  max: 'max',
  median: 'median',
  quantile_cont: 'quantile',
  stddev: 'sd',
  stddev_samp: 'sd',
  variance: 'variance',
  var_samp: 'variance',
}

/** DuckDB aggregates that a Query does not have. */
const otherAggregates: ReadonlySet<string> = new Set(
  `any_value approx_count_distinct approx_quantile arbitrary arg_max arg_min array_agg avg_if bit_and bit_or bit_xor
  bool_and bool_or corr count_if countif covar_pop covar_samp entropy favg first fsum geomean geometric_mean
  group_concat histogram kurtosis last list listagg mad max_by min_by mode product quantile quantile_disc
  regr_slope skewness stddev_pop string_agg sumkahan kahan_sum var_pop`.split(/\s+/),
)

export const aggregateNamed = (name: string): Aggregate | null => lookUp(aggregateNames, name)

export const isAggregate = (node: Expression): boolean =>
  node.kind === 'call' && (aggregateNamed(node.name) !== null || otherAggregates.has(node.name))
