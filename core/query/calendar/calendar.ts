import type { weekDays } from '../../semantic/vocabulary.ts'

/** How weeks and years are counted. */
export type Reckoning = {
  readonly weekStart: (typeof weekDays)[number]
  /** The month, 1 to 12, in which a year and its quarters begin. */
  readonly fiscalYearStart: number
}

/** How moments are told: in which zone they have their date, and where weeks and years begin. */
export type Calendar = Reckoning & { readonly timeZone: string }

/** What of it a Query says itself. */
export type SaidCalendar = { readonly [Part in keyof Calendar]?: Calendar[Part] | undefined }

const plain: Calendar = { timeZone: 'UTC', weekStart: 'monday', fiscalYearStart: 1 }

/** The calendar of a Query: what it says itself, and the rest as its model has it. */
export const calendarOf = (
  { timeZone, weekStart, fiscalYearStart }: SaidCalendar,
  model: Calendar = plain,
): Calendar => ({
  timeZone: timeZone ?? model.timeZone,
  weekStart: weekStart ?? model.weekStart,
  fiscalYearStart: fiscalYearStart ?? model.fiscalYearStart,
})
