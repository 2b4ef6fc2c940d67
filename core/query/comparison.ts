import * as z from 'zod'
import { columnName } from './filter.ts'

/**
 * Adds each measure's value of an earlier period. The period is what the Query's filters leave of the column's
 * moments; with a time grain, each group is compared with the group one grain, or one year, earlier.
 */
export const comparison = z.object({
  to: z.enum(['previousPeriod', 'previousYear']),
  /** The column of moments; default: the first dimension with a grain, else the dataset's time column. */
  column: columnName.optional(),
})
export type Comparison = z.infer<typeof comparison>

/** Names of the columns that a comparison adds to a measure; `percent` is a fraction of the compared value. */
export const namesBeside = (name: string) => ({
  previous: `Previous ${name}`,
  change: `Change in ${name}`,
  percent: `Change in ${name} (%)`,
})
