import type { Zone } from './zone.ts'
import { localOf } from './local-time.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * Formats an instant as ISO text in a zone: `2024-03-31T03:00:00+02:00`, with Z in UTC; milliseconds only if nonzero.
 */
export function isoText(instant: number, zone: Zone): string {
  const text = new Date(localOf(instant, zone)).toISOString().replace(/\.000Z$|Z$/, '')
  if (zone.name === 'UTC') return `${text}Z`
  const offset = zone.offsetAt(instant)
  const seconds = Math.abs(offset) / 1000
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two)
  return `${text}${offset < 0 ? '-' : '+'}${(parts[2] === '00' ? parts.slice(0, 2) : parts).join(':')}`
}

/** The local date of an instant: `2024-03-31`. */
export const isoDate = (instant: number, zone: Zone): string =>
  new Date(localOf(instant, zone)).toISOString().replace(/T.*/, '')
