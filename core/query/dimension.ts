import * as z from 'zod'
import { dateParts, type DatePart, grains } from '../semantic/vocabulary.ts'
import { columnName } from './filter.ts'

/** A grouping: a column as it is, its moments by grain or part, or its numbers in bins. */
export const dimension = z.object({
  column: columnName,
  grain: z.enum(grains).optional(),
  /** A recurring part of its moments as an integer, such as weekday or hour. */
  part: z.enum(dateParts).optional(),
  /** Approximate number of bins; the width is rounded to 1, 2, 2.5 or 5 times a power of ten. */
  bins: z.int().min(1).max(200).optional(),
  /** Bin width, instead of `bins`; milliseconds for durations. */
  binWidth: z.number().positive().optional(),
  /** The result column's name; default: `nameOfDimension`. */
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

/** The result column's name of a dimension: `Order Date (month)`, `Order Date (day of week)`. */
export function nameOfDimension({ column, grain, part, bins, binWidth, as }: Dimension): string {
  if (as !== undefined) return as
  const cut = grain ?? (part ? partWords[part] : bins !== undefined || binWidth !== undefined ? 'bins' : null)
  return cut === null ? column : `${column} (${cut})`
}
