import * as z from 'zod'
import { aggregates, grains } from '../semantic/vocabulary.ts'

const columnName = z.string().min(1).max(300)
const scalar = z.union([z.string().max(10_000), z.number(), z.boolean()])
export type Scalar = z.infer<typeof scalar>

/**
 * Which rows count. Always true or false, never unknown: a comparison with a null is false, `not` turns it round.
 * Moments are compared with ISO text (`2024`, `2024-03`, `2024-03-01`, `2024-03-01T09:30:00Z`),
 * durations with text (`1:30:00`, `90 min`) or milliseconds.
 */
export type Filter =
  | { readonly op: 'and' | 'or'; readonly filters: readonly Filter[] }
  | { readonly op: 'not'; readonly filter: Filter }
  | { readonly op: 'isNull'; readonly column: string }
  | { readonly op: 'in'; readonly column: string; readonly values: readonly Scalar[] }
  | { readonly op: 'contains' | 'startsWith'; readonly column: string; readonly text: string }
  | {
      readonly op: 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual'
      readonly column: string
      readonly value: Scalar
    }
  | { readonly op: 'between'; readonly column: string; readonly from: Scalar; readonly to: Scalar }

export const filter: z.ZodType<Filter> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.object({ op: z.enum(['and', 'or']), filters: z.array(filter).max(100) }),
    z.object({ op: z.literal('not'), filter }),
    z.object({ op: z.literal('isNull'), column: columnName }),
    z.object({ op: z.literal('in'), column: columnName, values: z.array(scalar).max(1000) }),
    z.object({ op: z.enum(['contains', 'startsWith']), column: columnName, text: z.string().max(1000) }),
    z.object({
      op: z.enum(['less', 'lessOrEqual', 'greater', 'greaterOrEqual']),
      column: columnName,
      value: scalar,
    }),
    z.object({ op: z.literal('between'), column: columnName, from: scalar, to: scalar }),
  ]),
)

/** What to group by: a column as it is, its moments cut to a grain, or its numbers cut into equal bins. */
const dimension = z.object({
  column: columnName,
  grain: z.enum(grains).optional(),
  /** About how many bins; the engine rounds their width to 1, 2, 2.5 or 5 times a power of ten. */
  bins: z.int().min(1).max(200).optional(),
  /** The name of the result's column; by default `nameOfDimension`. */
  as: columnName.optional(),
})
export type Dimension = z.infer<typeof dimension>

/** What to compute per group. `count` without a column counts rows; with one, its values that are not null. */
const measure = z.object({
  aggregate: z.enum(aggregates),
  column: columnName.optional(),
  /** Only rows that also pass this count towards the measure. */
  filter: filter.optional(),
  /**
   * Divides by the same measure without its own filter, over all rows that pass the Query's filters;
   * with `group`, over those of the same group: a rate.
   */
  share: z.union([z.boolean(), z.literal('group')]).optional(),
  as: columnName.optional(),
})
export type Measure = z.infer<typeof measure>

const sort = z.object({
  /** A column of the result, by its result name. */
  by: columnName,
  direction: z.enum(['ascending', 'descending']),
})
export type Sort = z.infer<typeof sort>

/**
 * One question over one dataset. With measures or dimensions it groups; with `columns` it lists rows.
 * Nulls form a group of their own. Without a sort: moments and bins ascending, else the first measure descending.
 * Nulls sort last. Ties keep the order of the groups' first rows.
 */
export const query = z.object({
  dataset: z.string().max(100),
  dimensions: z.array(dimension).max(8).default([]),
  measures: z.array(measure).max(20).default([]),
  columns: z.array(columnName).max(1000).default([]),
  filters: z.array(filter).max(100).default([]),
  sort: z.array(sort).max(8).default([]),
  limit: z.int().min(1).max(100_000).default(10_000),
  offset: z.int().min(0).default(0),
})
export type Query = z.infer<typeof query>

/** A Query as people and programs write it: what has a default may be left out. */
export type QueryInput = z.input<typeof query>

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const words = {
  count: 'count',
  distinct: 'distinct',
  sum: 'total',
  mean: 'average',
  median: 'median',
  min: 'lowest',
  max: 'highest',
} as const

/** The result column's name for a dimension: `Order Date (month)`. */
export const nameOfDimension = ({ column, grain, bins, as }: Dimension): string =>
  as ?? (grain ? `${column} (${grain})` : bins ? `${column} (bins)` : column)

/** The result column's name for a measure: `Total Sales`, `Rows`, `Share of total Sales`. */
export function nameOfMeasure({ aggregate, column, share, as }: Measure): string {
  if (as) return as
  const base = column === undefined ? 'rows' : `${words[aggregate]} ${column}`
  return share ? `Share of ${base}` : capital(base)
}

/** Does this Query list rows, rather than group them? Public links refuse such a Query. */
export const listsRows = (asked: Query): boolean => asked.columns.length > 0
