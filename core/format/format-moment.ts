import type { Grain } from '../semantic/vocabulary.ts'
import { shortMonths } from '../table/months.ts'
import { day } from '../table/time-units.ts'

const padded = (value: number): string => String(value).padStart(2, '0')

/** Formats a moment in UTC by grain: `2024`, `Q1 2024`, `Mar 2024`, `12 Mar 2024`, `12 Mar 2024 09:30`. */
export function formatMoment(milliseconds: number, grain: Grain | null): string {
  const moment = new Date(milliseconds)
  if (Number.isNaN(moment.getTime())) return '—'
  const year = moment.getUTCFullYear()
  const month = shortMonths[moment.getUTCMonth()]
  const date = `${moment.getUTCDate()} ${month} ${year}`
  switch (grain) {
    case 'year':
      return String(year)
    case 'quarter':
      return `Q${Math.floor(moment.getUTCMonth() / 3) + 1} ${year}`
    case 'month':
      return `${month} ${year}`
    case 'week':
    case 'day':
      return date
    case 'hour':
      return `${date} ${padded(moment.getUTCHours())}:00`
    case null:
      return milliseconds % day === 0
        ? date
        : `${date} ${padded(moment.getUTCHours())}:${padded(moment.getUTCMinutes())}`
  }
}
