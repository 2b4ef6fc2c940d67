import type { DatePart } from '../../semantic/vocabulary.ts'
import type { Reckoning } from './calendar.ts'
import { dayLength, midnightOf, startOfGrain } from './grain.ts'

/** A part of a local time as an integer. A week belongs to the year of its fourth day. */
export const partOf: Record<DatePart, (local: number, reckoning: Reckoning) => number> = {
  hourOfDay: (local) => Math.floor(local / 3_600_000) - Math.floor(local / dayLength) * 24,
  dayOfWeek: (local) => ((((Math.floor(local / dayLength) + 3) % 7) + 7) % 7) + 1,
  dayOfMonth: (local) => new Date(local).getUTCDate(),
  dayOfYear,
  weekOfYear: (local, reckoning) =>
    Math.floor((dayOfYear(startOfGrain(local, 'week', reckoning) + 3 * dayLength) - 1) / 7) + 1,
  monthOfYear: (local) => new Date(local).getUTCMonth() + 1,
  quarterOfYear: (local, { fiscalYearStart }) =>
    Math.floor(((new Date(local).getUTCMonth() + 13 - fiscalYearStart) % 12) / 3) + 1,
}

function dayOfYear(local: number): number {
  const days = Math.floor(local / dayLength)
  return days - midnightOf(new Date(local).getUTCFullYear(), 0, 1) / dayLength + 1
}
