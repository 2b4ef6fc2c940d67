import * as z from 'zod'
import { type DatePart, dateParts, grains } from '../semantic/vocabulary.ts'

/** The name of a column, of a dataset or of a result. */
export const columnName = z.string().min(1).max(300)
const scalar = z.union([z.string().max(10_000), z.number(), z.boolean()])
export type Scalar = z.infer<typeof scalar>

const directions = ['last', 'this', 'next'] as const

/**
 * Which rows count. Always true or false, never unknown: a comparison with a null is false, `not` turns it round.
 * Moments are compared with ISO text (`2024`, `2024-03`, `2024-03-01`, `2024-03-01T09:30:00Z`), in the Query's time
 * zone where the text names none; durations with text (`1:30:00`, `90 min`) or milliseconds.
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

/** What recurs in moments: `dayOfWeek` 6 and 7 are all weekends, told by the Query's calendar as dimensions are. */
export type PartFilter = {
  readonly op: 'part'
  readonly column: string
  readonly part: DatePart
  readonly values: readonly number[]
}

/** A filter that looks at one column. */
export type LeafFilter = Exclude<Filter, { readonly op: 'and' | 'or' | 'not' }>

/** One that compares the values of a column themselves. */
export type ValueFilter = Exclude<LeafFilter, PartFilter>

/**
 * Moments told from now: `last 30 day` are the 30 whole days before today, `this month` is all of the current month.
 * Written out as moments by `resolveQuery`, before any engine sees it.
 */
export type RelativeFilter = {
  readonly op: 'relative'
  readonly column: string
  readonly direction: (typeof directions)[number]
  /** How many periods; one for `this`. */
  readonly count: number
  readonly grain: (typeof grains)[number]
  /** Does the current period count with the last or the next ones? */
  readonly withCurrent?: boolean | undefined
}

/** A filter that an engine would have to see resolved: a fault of the program, not of the person. */
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
