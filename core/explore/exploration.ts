import { z } from 'zod'
import { chartSettings } from '../charts/chart-spec.ts'
import { comparison } from '../query/comparison.ts'
import { dimension } from '../query/dimension.ts'
import { measure } from '../query/measure.ts'
import { type Query, query } from '../query/query.ts'
import { formats } from '../semantic/vocabulary.ts'

/** Position of a field: result rows, result columns, or values. */
export type ShelfId = 'rows' | 'columns' | 'values'

/** A measure with an optional chosen format. */
const value = measure.extend({ format: z.enum(formats).optional() })
export type Value = z.infer<typeof value>

const parts = query.shape

/** One drill-down: into which mark, and what was asked before. */
const trailStep = z.object({
  /** The mark, as people read it. */
  text: z.string().max(200),
  shelf: z.enum(['rows', 'columns']),
  at: z.int().min(0).max(7),
  /** The name of the dimension that it led to. */
  to: z.string().max(400),
  dimension,
  filters: parts.filters,
})
export type TrailStep = z.infer<typeof trailStep>

/** A Query laid out by hand: fields on shelves, and the display of the result. Convertible to and from a Query. */
const shape = z.object({
  dataset: parts.dataset,
  rows: z.array(dimension).max(8).default([]),
  columns: z.array(dimension).max(8).default([]),
  values: z.array(value).max(20).default([]),
  /** Columns of a row listing; only if the shelves are empty. */
  listed: parts.columns,
  filters: parts.filters,
  top: parts.top,
  having: parts.having,
  /** If given, fields are of these groups of rows. */
  groups: parts.groups,
  sort: parts.sort,
  /** Maximum groups; null if not chosen. */
  limit: z.int().min(1).max(100_000).nullable().default(null),
  /** `auto` uses the recommended chart; else `table`, `pivot` or a chart type id. */
  show: z.string().max(40).default('auto'),
  /** Of the chart; those that its type does not take are kept for another. */
  settings: chartSettings,
  totals: z.boolean().default(false),
  /** True if table cells are shaded by value. */
  shaded: z.boolean().default(false),
  compare: comparison.optional(),
  /** The drill-downs that led here, the first one first. */
  trail: z.array(trailStep).max(12).default([]),
  joins: parts.joins,
  calculations: parts.calculations,
  timeZone: parts.timeZone,
  weekStart: parts.weekStart,
  fiscalYearStart: parts.fiscalYearStart,
})
/** Maximum dimensions, as in a Query. */
export const mostDimensions = 8

export const exploration = shape.refine(({ rows, columns }) => rows.length + columns.length <= mostDimensions, {
  error: `At most ${mostDimensions} fields group.`,
})
export type Exploration = z.infer<typeof exploration>
export type Top = Query['top'][number]

/** An empty exploration of a dataset. */
export const emptyExploration = (dataset: string): Exploration => exploration.parse({ dataset })

/** True if it is empty. */
export const asksNothing = ({ rows, columns, values, listed }: Exploration): boolean =>
  rows.length + columns.length + values.length + listed.length === 0
