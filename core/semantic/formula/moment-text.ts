import type { Unit } from './functions/dates.ts'

/**
 * Text compared with a moment names a period, as in filters: `2024-03` is all of March. Without a unit it is an
 * instant.
 */
export type NamedPeriod = { readonly unit: Unit | null; readonly start: number }

const shape =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:?\d{2}))?)?)?$/

/** Parses ISO text to milliseconds since 1970 UTC; null for other text, or a time without a zone. */
export function namedPeriod(text: string): NamedPeriod | null {
  const match = shape.exec(text.trim())
  if (!match) return null
  const [, year, month, day, ...clock] = match
  const start = dateOf(Number(year), Number(month ?? 1), Number(day ?? 1))
  if (start === null || year === '0000') return null
  if (clock.at(-1) === undefined)
    return { unit: month === undefined ? 'year' : day === undefined ? 'month' : 'day', start }
  const time = timeOf(clock)
  return time === null ? null : { unit: null, start: start + time }
}

/** Midnight UTC of a date; null for an invalid day. `Date.UTC` maps the years 0 to 99 to 1900 to 1999. */
function dateOf(year: number, month: number, day: number): number | null {
  const at = new Date(0).setUTCFullYear(year, month - 1, day)
  const date = new Date(at)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : null
}

/** Milliseconds since midnight UTC from time and offset. */
function timeOf([hour, minute, second = '0', fraction = '', offset = 'Z']: readonly (string | undefined)[]):
  | number
  | null {
  const [hours, minutes, seconds] = [hour, minute, second].map(Number) as [number, number, number]
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number(fraction.padEnd(3, '0')) - offsetOf(offset)
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}
