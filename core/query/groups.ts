import * as z from 'zod'
import { dimension } from './dimension.ts'
import { columnName, filter } from './filter.ts'
import { measure } from './measure.ts'

/**
 * Groups of rows that a Query works on in place of rows: its dimensions, measures and windows name their results. The
 * Query's filters, `top`, joins and calculations are still of the rows. `having` keeps some of the groups.
 */
export const groups = z.object({
  dimensions: z.array(dimension).min(1).max(8),
  measures: z.array(measure).max(20).default([]),
  having: z.array(filter).max(20).default([]),
  /** What one group is called, in the singular: `customer`, `day`. No figure depends on it. */
  called: columnName.optional(),
})
export type Groups = z.infer<typeof groups>
