import * as z from 'zod'
import { aggregates, formats, type Aggregate } from '../semantic/vocabulary.ts'
import { columnName, filter } from './filter.ts'

const over = z.discriminatedUnion('window', [
  z.object({ window: z.literal('runningTotal') }),
  /** The mean of this group and the `groups - 1` before it. */
  z.object({ window: z.literal('movingAverage'), groups: z.int().min(2).max(1000) }),
  /**
   * Rank 1 is the highest, or the lowest if ascending; equal values share a rank and the following ranks are skipped.
   */
  z.object({
    window: z.literal('rank'),
    direction: z.enum(['ascending', 'descending']).default('descending'),
    /** The dimensions, by their result names, whose groups are ranked apart; left out, all groups are ranked together. */
    within: z.array(columnName).max(8).optional(),
  }),
])

/** An aggregate per group. `count` without a column counts rows; with one, its non-null values. */
export const measure = z.object({
  /** `formula` evaluates the field of that name, which contains its own aggregates. */
  aggregate: z.enum([...aggregates, 'formula']),
  column: columnName.optional(),
  formula: z.string().max(10_000).optional(),
  /** The quantile, 0 to 1; 0.5 is the median. */
  quantile: z.number().min(0).max(1).optional(),
  /** The column of moments that orders `first` and `last`; default: the dataset's time column. */
  by: columnName.optional(),
  /** Restricts the measure to rows that also pass this filter. */
  filter: filter.optional(),
  /**
   * Divides the measure by the same measure without its own filter: over all rows that pass the Query's filters; with
   * `group`, over the same group (a rate); with `within`, over all groups that agree in these dimensions, by result
   * name (a percent of the group).
   */
  share: z.union([z.boolean(), z.literal('group'), z.object({ within: z.array(columnName).max(8) })]).optional(),
  over: over.optional(),
  as: columnName.optional(),
  /** How the figure is written; left out, as its column or the measure of the model. No figure depends on it. */
  format: z.enum(formats).optional(),
})
export type Measure = z.infer<typeof measure>

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const words: Record<Exclude<Aggregate, 'quantile'>, string> = {
  count: 'count',
  distinct: 'distinct',
  sum: 'total',
  mean: 'average',
  median: 'median',
  min: 'lowest',
  max: 'highest',
  sd: 'standard deviation of',
  variance: 'variance of',
  mode: 'most frequent',
  first: 'first',
  last: 'last',
}

function wordOf({ aggregate, quantile = 0.5 }: Measure): string {
  if (aggregate === 'quantile') return `${Number((quantile * 100).toPrecision(12))} % quantile of`
  return aggregate === 'formula' ? '' : words[aggregate]
}

const windowWords = {
  runningTotal: 'running total of',
  movingAverage: 'moving average of',
  rank: 'rank by',
} as const

/** The result column's name of a measure: `Total Sales`, `Rows`, `Share of total Sales`, `Rank by total Sales`. */
export function nameOfMeasure(asked: Measure): string {
  const { column, formula, share, over: along, as } = asked
  if (as !== undefined) return as
  const base = formula ?? (column === undefined ? 'rows' : `${wordOf(asked)} ${column}`)
  const shared = share ? `share of ${base}` : base
  const named = along ? `${windowWords[along.window]} ${shared}` : shared
  return formula !== undefined && named === formula ? formula : capital(named)
}
