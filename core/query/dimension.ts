import * as z from 'zod'
import { dateParts, type DatePart, grains } from '../semantic/vocabulary.ts'
import { columnName } from './filter.ts'

/** What to group by: a column as it is, its moments cut to a grain or taken by a part, or its numbers cut into bins. */
export const dimension = z.object({
  column: columnName,
  grain: z.enum(grains).optional(),
  /** What recurs in its moments, as a whole number: the day of the week, the hour of the day. */
  part: z.enum(dateParts).optional(),
  /** About how many bins; their width is rounded to 1, 2, 2.5 or 5 times a power of ten. */
  bins: z.int().min(1).max(200).optional(),
  /** How wide the bins are, instead of how many; in milliseconds for durations. */
  binWidth: z.number().positive().optional(),
  /** The name of the result's column; by default `nameOfDimension`. */
  as: columnName.optional(),
})
export type Dimension = z.infer<typeof dimension>

const partWords: Record<DatePart, string> = {
  hourOfDay: 'hour of day',
  dayOfWeek: 'day of week',
  dayOfMonth: 'day of month',
  dayOfYear: 'day of year',
  weekOfYear: 'week of year',
  monthOfYear: 'month of year',
  quarterOfYear: 'quarter of year',
}

/** The result column's name for a dimension: `Order Date (month)`, `Order Date (day of week)`. */
export function nameOfDimension({ column, grain, part, bins, binWidth, as }: Dimension): string {
  if (as !== undefined) return as
  const cut = grain ?? (part ? partWords[part] : bins !== undefined || binWidth !== undefined ? 'bins' : null)
  return cut === null ? column : `${column} (${cut})`
}
