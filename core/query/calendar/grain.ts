import { type Grain, weekDays } from '../../semantic/vocabulary.ts'
import type { Reckoning } from './calendar.ts'
import { day, hour } from '../../table/time-units.ts'

export const dayLength = day

/** Years 0 to 99 are taken literally, not as 1900 to 1999. Months overflow: month 13 is the next January. */
export const midnightOf = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month, day)

/** The start of the period that contains a local time, as local time. */
export function startOfGrain(local: number, grain: Grain, reckoning: Reckoning): number {
  switch (grain) {
    case 'hour':
      return Math.floor(local / hour) * hour
    case 'day':
      return Math.floor(local / dayLength) * dayLength
    case 'week':
      return startOfWeek(local, reckoning)
    case 'month':
      return startOfMonths(local, 1, 0)
    case 'quarter':
      return startOfMonths(local, 3, reckoning.fiscalYearStart - 1)
    case 'year':
      return startOfMonths(local, 12, reckoning.fiscalYearStart - 1)
  }
}

/** 1970-01-01, day 0, was a Thursday. */
function startOfWeek(local: number, { weekStart }: Reckoning): number {
  const first = weekDays.indexOf(weekStart)
  const days = Math.floor(local / dayLength)
  return (Math.floor((days + 3 - first) / 7) * 7 - 3 + first) * dayLength
}

/** Periods of `months` months, counted from month `first` (0 to 11). */
function startOfMonths(local: number, months: number, first: number): number {
  const date = new Date(Math.floor(local / dayLength) * dayLength)
  const month = Math.floor((date.getUTCMonth() - first) / months) * months + first
  return midnightOf(date.getUTCFullYear(), month, 1)
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const

/**
 * Adds `count` periods to a local time. A missing day becomes the last of the month: 31 January plus a month is 28 or
 * 29 February.
 */
export function addGrain(local: number, grain: Grain, count: number): number {
  if (grain === 'hour') return local + count * hour
  if (grain === 'day') return local + count * dayLength
  if (grain === 'week') return local + count * 7 * dayLength
  const days = Math.floor(local / dayLength)
  const date = new Date(days * dayLength)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count * monthsIn[grain]]
  const last = new Date(midnightOf(year, month + 1, 0)).getUTCDate()
  return midnightOf(year, month, Math.min(date.getUTCDate(), last)) + (local - days * dayLength)
}
