import type { FormulaType, ParameterType } from '../types.ts'

/** One aggregate: a value per group of rows. */
export type AggregateFunction = {
  readonly aliases: readonly string[]
  readonly of: ParameterType
  /** True if it works without an argument: a row count. */
  readonly isBare: boolean
  /** A number from 0 to 1, or the order. */
  readonly second: 'fraction' | 'order' | null
  readonly result: (type: FormulaType) => FormulaType
  readonly help: string
  readonly example: string
}

type Options = Partial<Pick<AggregateFunction, 'aliases' | 'isBare' | 'second'>>

const aggregate = (
  [of, result]: readonly [ParameterType, AggregateFunction['result']],
  [help, example]: readonly [string, string],
  { aliases = [], isBare = false, second = null }: Options = {},
): AggregateFunction => ({ of, result, help, example, aliases, isBare, second })

const whole = (): FormulaType => 'integer'
const same = (type: FormulaType): FormulaType => type
const averaged = (type: FormulaType): FormulaType => (type === 'duration' ? 'duration' : 'decimal')
const middle = (type: FormulaType): FormulaType => (type === 'date' || type === 'timestamp' ? type : averaged(type))
const summed = (type: FormulaType): FormulaType => (type === 'boolean' ? 'integer' : type)

/** Aggregates by their name in a Query. Nulls are ignored. */
export const aggregateFunctions = {
  count: aggregate(['any', whole], ['How many rows, or how many values that are not null.', 'count([Price])'], {
    isBare: true,
  }),
  distinct: aggregate(['any', whole], ['How many different values.', 'distinct([Product])'], {
    aliases: ['count_distinct', 'countd', 'distinct_count'],
  }),
  sum: aggregate(['same', summed], ['The total; of yes or no, how many are yes.', 'sum([Price] * [Quantity])'], {
    aliases: ['total'],
  }),
  mean: aggregate(['same', averaged], ['The mean; of yes or no, the share that is yes.', 'mean([Price])'], {
    aliases: ['average', 'avg'],
  }),
  median: aggregate(['scale', middle], ['The middle value.', 'median([Price])']),
  min: aggregate(['any', same], ['The smallest value, the first text or the earliest date.', 'min([Ordered])'], {
    aliases: ['minimum'],
  }),
  max: aggregate(['any', same], ['The largest value, the last text or the latest date.', 'max([Ordered])'], {
    aliases: ['maximum'],
  }),
  quantile: aggregate(
    ['quantity', averaged],
    ['The value that a part of the values does not exceed, between 0 and 1.', 'quantile([Price], 0.9)'],
    { aliases: ['percentile'], second: 'fraction' },
  ),
  sd: aggregate(['quantity', averaged], ['The standard deviation of a sample.', 'sd([Price])'], {
    aliases: ['stddev', 'stdev', 'stdev_samp', 'stddev_samp'],
  }),
  variance: aggregate(['number', () => 'decimal'], ['The variance of a sample.', 'variance([Price])'], {
    aliases: ['var', 'var_samp'],
  }),
  mode: aggregate(['any', same], ['The most frequent value; of several the smallest.', 'mode([Product])']),
  first: aggregate(['any', same], ['The earliest value in time, or by another column.', 'first([Price], [Ordered])'], {
    second: 'order',
  }),
  last: aggregate(['any', same], ['The latest value in time, or by another column.', 'last([Price], [Ordered])'], {
    second: 'order',
  }),
} as const satisfies Record<string, AggregateFunction>
export type AggregateId = keyof typeof aggregateFunctions

/** Types with sums and means; booleans count as 1 and 0. */
export const isSummable = (type: FormulaType): boolean =>
  type === 'integer' || type === 'decimal' || type === 'duration' || type === 'boolean' || type === 'null'
