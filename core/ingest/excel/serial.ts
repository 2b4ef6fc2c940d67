import { day } from '../../table/time-units.ts'

export { day }
/** 9999-12-31 in the epoch of 1900. */
const lastSerial = 2_958_466

/** A serial number in the epoch of 1900. */
export const daysOf = (serial: number, is1904: boolean): number => (is1904 ? serial + 1462 : serial)

/**
 * The moment a number of days stands for, in milliseconds since 1970; null for one that Excel does not show as a date.
 * The epoch of 1900 counts a 29 February 1900 that never was.
 */
export function momentOf(serial: number, is1904: boolean): number | null {
  const days = daysOf(serial, is1904)
  if (days < 0 || days >= lastSerial) return null
  const shifted = days < 60 ? days + 1 : days
  return Math.round((shifted - 25_569) * day)
}

/** Hours, minutes and seconds of a share of a day, as they are written. */
export function clockOf(days: number): string {
  const seconds = Math.round(Math.abs(days) * day) / 1000
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const rest = Math.round((seconds % 60) * 1000) / 1000
  const two = (number: number): string => String(number).padStart(2, '0')
  const whole = Math.floor(rest)
  const fraction = rest === whole ? '' : `.${String(Math.round((rest - whole) * 1000)).padStart(3, '0')}`
  return `${days < 0 ? '-' : ''}${two(hours)}:${two(minutes)}:${two(whole)}${fraction}`
}

/** A moment in ISO 8601, without its time where that is midnight. */
export function isoOf(moment: number): string {
  const text = new Date(moment).toISOString()
  if (moment % day === 0) return text.slice(0, 10)
  return text.slice(0, moment % 1000 === 0 ? 19 : 23)
}
