import { z } from 'zod'
import { weekDays } from '../vocabulary.ts'

/** The zone that dates moments, and the start of weeks and years. */
export const calendar = z.object({
  timeZone: z.string().min(1).max(64),
  weekStart: z.enum(weekDays),
  /** First month of the fiscal year and its quarters, 1 to 12. */
  fiscalYearStart: z.int().min(1).max(12),
})
export type Calendar = z.infer<typeof calendar>

export const plainCalendar: Calendar = { timeZone: 'UTC', weekStart: 'monday', fiscalYearStart: 1 }

/** True if the runtime knows the time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
