import * as z from 'zod'
import { columnName } from './filter.ts'

/**
 * Sets each measure beside its value a period earlier. The period is what the Query's filters leave of the column's
 * moments; where a dimension cuts them to a grain, each group is compared with the one a grain, or a year, before it.
 */
export const comparison = z.object({
  to: z.enum(['previousPeriod', 'previousYear']),
  /** The column of moments; by default that of the first dimension with a grain, else the dataset's time column. */
  column: columnName.optional(),
})
export type Comparison = z.infer<typeof comparison>

/** What a comparison sets beside a measure of this name; `percent` is a fraction of what it was. */
export const namesBeside = (name: string) => ({
  previous: `Previous ${name}`,
  change: `Change in ${name}`,
  percent: `Change in ${name} (%)`,
})
