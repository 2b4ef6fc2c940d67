import type { Grain } from '../semantic/vocabulary.ts'

export const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

const padded = (value: number): string => String(value).padStart(2, '0')

/** Formats a moment in UTC by grain: `2024`, `Q1 2024`, `Mar 2024`, `12 Mar 2024`, `12 Mar 2024 09:30`. */
export function formatMoment(milliseconds: number, grain: Grain | null): string {
  const moment = new Date(milliseconds)
  if (Number.isNaN(moment.getTime())) return '—'
  const year = moment.getUTCFullYear()
  const month = months[moment.getUTCMonth()]
  const day = `${moment.getUTCDate()} ${month} ${year}`
  switch (grain) {
    case 'year':
      return String(year)
    case 'quarter':
      return `Q${Math.floor(moment.getUTCMonth() / 3) + 1} ${year}`
    case 'month':
      return `${month} ${year}`
    case 'week':
    case 'day':
      return day
    case 'hour':
      return `${day} ${padded(moment.getUTCHours())}:00`
    case null:
      return milliseconds % 86_400_000 === 0
        ? day
        : `${day} ${padded(moment.getUTCHours())}:${padded(moment.getUTCMinutes())}`
  }
}
