import * as z from 'zod'
import { type DatePart, dateParts, grains } from '../semantic/vocabulary.ts'

/** A column name of a dataset or of a result. */
export const columnName = z.string().min(1).max(300)
const scalar = z.union([z.string().max(10_000), z.number(), z.boolean()])
export type Scalar = z.infer<typeof scalar>

const directions = ['last', 'this', 'next'] as const

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

/** Thrown by an engine that gets a relative filter; a bug, not a user error. */
export const unresolved = ({ column }: RelativeFilter): Error =>
  new Error(`The moments of the filter on ${column} have not been told from now`)

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
  ]),
)
