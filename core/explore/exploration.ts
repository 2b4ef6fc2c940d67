import { z } from 'zod'
import { comparison } from '../query/comparison.ts'
import { dimension } from '../query/dimension.ts'
import { measure } from '../query/measure.ts'
import { type Query, query } from '../query/query.ts'
import { formats } from '../semantic/vocabulary.ts'

/** Where a field stands: what the rows of the result are, what stands across, what is computed. */
export type ShelfId = 'rows' | 'columns' | 'values'

/** A measure, and how its results are written where a person chose that. */
const value = measure.extend({ format: z.enum(formats).optional() })
export type Value = z.infer<typeof value>

const parts = query.shape

/**
 * A question as a person lays it out by hand: which fields stand where, and how the result is looked at.
 * It says all that a Query says, so each can be made of the other.
 */
const shape = z.object({
  dataset: parts.dataset,
  rows: z.array(dimension).max(8).default([]),
  columns: z.array(dimension).max(8).default([]),
  values: z.array(value).max(20).default([]),
  /** Columns whose rows are listed; only where nothing stands on a shelf. */
  listed: parts.columns,
  filters: parts.filters,
  top: parts.top,
  having: parts.having,
  sort: parts.sort,
  /** How many groups at most; null where nobody chose. */
  limit: z.int().min(1).max(100_000).nullable().default(null),
  /** `auto` follows the recommendation; else `table`, `pivot` or the id of a chart type. */
  show: z.string().max(40).default('auto'),
  totals: z.boolean().default(false),
  /** Are the cells of tables shaded by their size? */
  shaded: z.boolean().default(false),
  compare: comparison.optional(),
  joins: parts.joins,
  calculations: parts.calculations,
  timeZone: parts.timeZone,
  weekStart: parts.weekStart,
  fiscalYearStart: parts.fiscalYearStart,
})
/** As many dimensions as a Query has. */
export const mostDimensions = 8

export const exploration = shape.refine(({ rows, columns }) => rows.length + columns.length <= mostDimensions, {
  error: `At most ${mostDimensions} fields group.`,
})
export type Exploration = z.infer<typeof exploration>
export type Top = Query['top'][number]

/** A dataset about which nothing is asked yet. */
export const emptyExploration = (dataset: string): Exploration => exploration.parse({ dataset })

/** Does it ask for anything? */
export const asksNothing = ({ rows, columns, values, listed }: Exploration): boolean =>
  rows.length + columns.length + values.length + listed.length === 0
