import type { weekDays } from '../../semantic/vocabulary.ts'

/** The start of weeks and years. */
export type Reckoning = {
  readonly weekStart: (typeof weekDays)[number]
  /** First month of the fiscal year and its quarters, 1 to 12. */
  readonly fiscalYearStart: number
}

/** The zone that dates moments, and the start of weeks and years. */
export type Calendar = Reckoning & { readonly timeZone: string }

/** The calendar fields a Query sets itself. */
export type SaidCalendar = { readonly [Part in keyof Calendar]?: Calendar[Part] | undefined }

const plain: Calendar = { timeZone: 'UTC', weekStart: 'monday', fiscalYearStart: 1 }

/** The calendar of a Query: its own fields, completed by the model's. */
export const calendarOf = (
  { timeZone, weekStart, fiscalYearStart }: SaidCalendar,
  model: Calendar = plain,
): Calendar => ({
  timeZone: timeZone ?? model.timeZone,
  weekStart: weekStart ?? model.weekStart,
  fiscalYearStart: fiscalYearStart ?? model.fiscalYearStart,
})
