import { instantOf, localOf } from './calendar/local-time.ts'
import { addGrain, midnightOf } from './calendar/grain.ts'
import { utc, type Zone } from './calendar/zone.ts'

/** A half-open interval from `start` to `end`, in milliseconds since 1970 UTC. */
export type Period = { readonly start: number; readonly end: number }

const shape =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/**
 * Parses ISO text to the period it names: `2024` a year, `2024-03` a month, `2024-03-01` a day; with a time, one
 * millisecond. Text without a zone is local to `zone`. Null for invalid text such as `2024-02-30`.
 */
export function periodOf(text: string, zone: Zone = utc): Period | null {
  const match = shape.exec(text.trim())
  if (!match) return null
  const [, year, month, day, hour, minute, second, fraction, offset] = match
  const parts = [year, month ?? '1', day ?? '1', hour ?? '0', minute ?? '0', second ?? '0'].map(Number)
  const start = localTime(parts, fraction)
  if (start === null) return null
  if (hour !== undefined) return instantIn(start, offset, zone)
  const length = day === undefined ? (month === undefined ? 'year' : 'month') : 'day'
  return { start: instantOf(start, zone), end: instantOf(addGrain(start, length, 1), zone) }
}

/** Like `periodOf`, with both ends in local time. */
export function localPeriodOf(text: string, zone: Zone): Period | null {
  const isZoned = /[T ]/.test(text) && /(?:Z|[+-]\d{2}:?\d{2})$/.test(text.trim())
  if (!isZoned) return periodOf(text)
  const period = periodOf(text)
  return period && { start: localOf(period.start, zone), end: localOf(period.start, zone) + 1 }
}

/** Formats local time without a zone: `2024-03-01`, or `2024-03-01T09:30:00.000`. */
export const localText = (local: number): string => new Date(local).toISOString().replace(/T00:00:00\.000Z$|Z$/, '')

function instantIn(local: number, offset: string | undefined, zone: Zone): Period {
  const start = offset === undefined ? instantOf(local, zone) : local - offsetOf(offset)
  return { start, end: start + 1 }
}

const midnight = ([year, month, day]: readonly [number, number, number]): number => midnightOf(year, month - 1, day)

function localTime(parts: readonly number[], fraction: string | undefined): number | null {
  const [year, month, day, hour, minute, second] = parts as [number, number, number, number, number, number]
  const at = midnight([year, month, day])
  const date = new Date(at)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  if (hour > 23 || minute > 59 || second > 59) return null
  const milliseconds = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6)
  return at + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}
