import { z } from 'zod'
import { weekDays } from '../vocabulary.ts'

/** How moments are told: in which zone they have their date, and where weeks and years begin. */
export const calendar = z.object({
  timeZone: z.string().min(1).max(64),
  weekStart: z.enum(weekDays),
  /** The month, 1 to 12, in which a year and its quarters begin. */
  fiscalYearStart: z.int().min(1).max(12),
})
export type Calendar = z.infer<typeof calendar>

export const plainCalendar: Calendar = { timeZone: 'UTC', weekStart: 'monday', fiscalYearStart: 1 }

/** Is it a zone that moments can be told in? */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
