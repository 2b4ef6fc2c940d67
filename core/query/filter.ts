import * as z from 'zod'
import { type DatePart, dateParts, grains } from '../semantic/vocabulary.ts'

/** A column name of a dataset or of a result. */
export const columnName = z.string().min(1).max(300)
const scalar = z.union([z.string().max(10_000), z.number(), z.boolean()])
export type Scalar = z.infer<typeof scalar>

const directions = ['last', 'this', 'next'] as const

/** Aggregates that values are compared with. */
const standards = ['mean', 'median', 'quantile', 'min', 'max'] as const

/**
 * A condition on rows. Always true or false, never unknown: a comparison with null is false, and `not` inverts it.
 * Moments are compared with ISO text (`2024`, `2024-03`, `2024-03-01`, `2024-03-01T09:30:00Z`), in the Query's time
 * zone if the text has none; durations with text (`1:30:00`, `90 min`) or milliseconds.
 */
export type Filter =
  | { readonly op: 'and' | 'or'; readonly filters: readonly Filter[] }
  | { readonly op: 'not'; readonly filter: Filter }
  | { readonly op: 'isNull'; readonly column: string }
  | { readonly op: 'in'; readonly column: string; readonly values: readonly Scalar[] }
  | { readonly op: 'contains' | 'startsWith' | 'endsWith'; readonly column: string; readonly text: string }
  | {
      readonly op: 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual'
      readonly column: string
      readonly value: Scalar
    }
  | { readonly op: 'between'; readonly column: string; readonly from: Scalar; readonly to: Scalar }
  | PartFilter
  | RelativeFilter
  | AgainstFilter

/**
 * Matches a recurring part of moments: `dayOfWeek` 6 and 7 match weekends. Uses the Query's calendar, like
 * dimensions.
 */
export type PartFilter = {
  readonly op: 'part'
  readonly column: string
  readonly part: DatePart
  readonly values: readonly number[]
}

/** A filter on one column. */
export type LeafFilter = Exclude<Filter, { readonly op: 'and' | 'or' | 'not' }>

/** A filter that compares the values of a column. */
export type ValueFilter = Exclude<LeafFilter, PartFilter>

/**
 * A period relative to now: `last 30 day` is the 30 whole days before today, `this month` the whole current month.
 * `resolveQuery` replaces it by moments before an engine runs.
 */
export type RelativeFilter = {
  readonly op: 'relative'
  readonly column: string
  readonly direction: (typeof directions)[number]
  /** Number of periods; 1 for `this`. */
  readonly count: number
  readonly grain: (typeof grains)[number]
  /** True if the current period counts as one of them. */
  readonly withCurrent?: boolean | undefined
}

/**
 * Compares numbers with an aggregate of them: over all rows that pass the Query's other filters or, with `within`, over
 * those that agree in these columns. In `having`, and wherever a Query is over groups, the groups stand for the rows.
 * `runSteps` replaces it by numbers before an engine runs.
 */
export type AgainstFilter = {
  readonly op: 'against'
  readonly column: string
  readonly is: 'less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual'
  readonly aggregate: (typeof standards)[number]
  /** The quantile, 0 to 1. */
  readonly quantile?: number | undefined
  /** Multiplies the aggregate: 2 for twice the average. */
  readonly times?: number | undefined
  readonly within?: readonly string[] | undefined
}

/** True for filters that have to be replaced by values before an engine runs. */
export const isUnresolved = (filter: Filter): filter is RelativeFilter | AgainstFilter =>
  filter.op === 'relative' || filter.op === 'against'

/** Thrown by an engine that gets a filter that had to be replaced before; a bug, not a user error. */
export const unresolved = ({ op, column }: RelativeFilter | AgainstFilter): Error =>
  new Error(`The ${op} filter on ${column} has not been replaced by values`)

export const filter: z.ZodType<Filter> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.object({ op: z.enum(['and', 'or']), filters: z.array(filter).max(100) }),
    z.object({ op: z.literal('not'), filter }),
    z.object({ op: z.literal('isNull'), column: columnName }),
    z.object({ op: z.literal('in'), column: columnName, values: z.array(scalar).max(1000) }),
    z.object({
      op: z.enum(['contains', 'startsWith', 'endsWith']),
      column: columnName,
      text: z.string().max(1000),
    }),
    z.object({
      op: z.enum(['less', 'lessOrEqual', 'greater', 'greaterOrEqual']),
      column: columnName,
      value: scalar,
    }),
    z.object({ op: z.literal('between'), column: columnName, from: scalar, to: scalar }),
    z.object({
      op: z.literal('part'),
      column: columnName,
      part: z.enum(dateParts),
      values: z.array(z.int().min(0).max(366)).max(367),
    }),
    z.object({
      op: z.literal('relative'),
      column: columnName,
      direction: z.enum(directions),
      count: z.int().min(1).max(10_000).default(1),
      grain: z.enum(grains),
      withCurrent: z.boolean().optional(),
    }),
    z.object({
      op: z.literal('against'),
      column: columnName,
      is: z.enum(['less', 'lessOrEqual', 'greater', 'greaterOrEqual']),
      aggregate: z.enum(standards),
      quantile: z.number().min(0).max(1).optional(),
      times: z.number().positive().optional(),
      within: z.array(columnName).max(8).optional(),
    }),
  ]),
)
