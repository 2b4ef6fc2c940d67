import { day } from '../../table/time-units.ts'

export { day }

/** Days of 0001-01-01 and 9999-12-31, relative to 1970-01-01. */
const [firstDay, lastDay] = [-719_162, 2_932_896]

/** Days since 1970 as milliseconds; null outside the years 1 to 9999. */
export const dateOfDays = (days: number): number => (days >= firstDay && days <= lastDay ? days * day : Number.NaN)

/**
 * Days since 1970 as a packed date: 20240301. Howard Hinnant, “chrono-compatible low-level date algorithms”,
 * civil_from_days.
 */
function computePacked(days: number): number {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return year * 10_000 + month * 100 + dayOfMonth
}

/** Cache of packed dates for days from 1970 to 2149. */
const known = new Int32Array(65_536)

function packedDate(days: number): number {
  if (!(days >= 0 && days < known.length)) return computePacked(days)
  const packed = known[days] as number
  return packed === 0 ? (known[days] = computePacked(days)) : packed
}

export const yearOf = (days: number): number => Math.floor(packedDate(days) / 10_000)
export const monthOf = (days: number): number => Math.floor(packedDate(days) / 100) % 100
export const dayOfMonth = (days: number): number => packedDate(days) % 100

/** Days since 1970 of a date; months count from 1. Inverse of `packedDate`. */
export function daysOf(year: number, month: number, dayOfMonth: number): number {
  const shiftedYear = month <= 2 ? year - 1 : year
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** Days in a month. */
export const daysOfMonth = (year: number, month: number): number =>
  month === 12 ? 31 : daysOf(year, month + 1, 1) - daysOf(year, month, 1)

/** 1 for Monday to 7 for Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1

/** Weeks since the week of 1970-01-01; weeks begin on Monday. */
export const weekNumber = (days: number): number => Math.floor((days + 3) / 7)

export const monthNumber = (days: number): number => {
  const packed = packedDate(days)
  return Math.floor(packed / 10_000) * 12 + (Math.floor(packed / 100) % 100) - 1
}

/** ISO 8601 assigns a week to the year of its Thursday. */
export function isoWeekOf(days: number): number {
  const thursday = weekNumber(days) * 7
  return Math.floor((thursday - daysOf(yearOf(thursday), 1, 1)) / 7) + 1
}

/** The same day `months` later, or the last day of a shorter month. */
export function addMonths(days: number, months: number): number {
  const number = monthNumber(days) + months
  const [year, month] = [Math.floor(number / 12), (((number % 12) + 12) % 12) + 1]
  if (!(year >= 1 && year <= 9999)) return Number.NaN
  return daysOf(year, month, Math.min(dayOfMonth(days), daysOfMonth(year, month)))
}
