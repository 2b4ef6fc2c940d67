import { monthNames } from '../../table/months.ts'
import type { FormatToken } from './format-tokens.ts'
import { day, daysOf, momentOf } from './serial.ts'

const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

type Shown = {
  readonly date: Date
  readonly day: number
  readonly month: number
  readonly year: number
  /** 0 is Sunday. Excel counts on from serial 1, a Sunday to it, over a 29 February 1900 that never was. */
  readonly weekday: number
  /** Of its size, in milliseconds, rounded to what the format shows. */
  readonly elapsed: number
  readonly isHalfDay: boolean
}

const two = (number: number): string => String(number).padStart(2, '0')
const sized = (number: number, sign: string): string => (sign.length > 1 ? two(number) : String(number))

/** Minutes are written as months are; they stand after hours or before seconds. */
function isMinute(tokens: readonly FormatToken[], at: number): boolean {
  const letters = tokens.map((token) => ('sign' in token ? (/^\[?([ymdhs])/.exec(token.sign)?.[1] ?? '') : ''))
  const before = letters.slice(0, at).findLast((letter) => letter !== '')
  const after = letters.slice(at + 1).find((letter) => letter !== '')
  return before === 'h' || after === 's'
}

function dayPart(sign: string, { day, weekday }: Shown): string {
  const week = days[weekday] ?? ''
  if (sign.length > 3) return week
  return sign.length === 3 ? week.slice(0, 3) : sized(day, sign)
}

function monthPart(sign: string, { month }: Shown): string {
  const name = monthNames[month - 1] ?? ''
  if (sign.length === 5) return name.slice(0, 1)
  if (sign.length > 3) return name
  return sign.length === 3 ? name.slice(0, 3) : sized(month, sign)
}

function yearPart(sign: string, { year }: Shown): string {
  return sign.length > 2 ? String(year) : two(year % 100)
}

function elapsedPart(sign: string, elapsed: number): string {
  const per = sign[1] === 'h' ? 3_600_000 : sign[1] === 'm' ? 60_000 : 1000
  return String(Math.floor(elapsed / per)).padStart(sign.length - 2, '0')
}

function part(sign: string, shown: Shown): string {
  const { date, elapsed, isHalfDay } = shown
  if (sign.startsWith('[')) return elapsedPart(sign, elapsed)
  const hours = date.getUTCHours()
  switch (sign[0]) {
    case 'e':
      return String(shown.year)
    case 'y':
      return yearPart(sign, shown)
    case 'd':
      return dayPart(sign, shown)
    case 'h':
      return sized(isHalfDay ? hours % 12 || 12 : hours, sign)
    case 's':
      return sized(date.getUTCSeconds(), sign)
    case 'a':
      return (hours < 12 ? 'AM' : 'PM').slice(0, sign === 'a/p' ? 1 : 2)
    default:
      return sign
  }
}

/** How many milliseconds the last place that a format shows stands for. */
function stepOf(tokens: readonly FormatToken[]): number {
  const point = tokens.findIndex((token) => 'sign' in token && token.sign === '.')
  const places = point < 0 ? 0 : tokens.slice(point).filter((token) => 'sign' in token && token.sign === '0').length
  return 1000 / 10 ** Math.min(3, places)
}

/** Year, month and day. Excel's calendar has a day 0 of January 1900, and a 29 February. */
function calendarOf(date: Date, days: number): Pick<Shown, 'day' | 'month' | 'year'> {
  if (days === 0) return { day: 0, month: 1, year: 1900 }
  if (days === 60) return { day: 29, month: 2, year: 1900 }
  return { day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() }
}

function shownOf(serial: number, tokens: readonly FormatToken[], is1904: boolean): Shown | null {
  const has = (pattern: RegExp): boolean => tokens.some((token) => 'sign' in token && pattern.test(token.sign))
  const size = has(/^\[/) ? Math.abs(serial) : serial
  const step = stepOf(tokens)
  const elapsed = Math.round((size * day) / step) * step
  const near = has(/^\[?[hs]/) ? elapsed / day : size
  const moment = momentOf(near, is1904)
  if (moment === null) return null
  const date = new Date(moment)
  const days = Math.floor(daysOf(near, is1904))
  return { date, ...calendarOf(date, days), weekday: (days + 6) % 7, elapsed, isHalfDay: has(/^a/) }
}

/**
 * A number of days as Excel shows it under a format of dates and times; null where it shows none. Only elapsed time may be
 * negative.
 */
export function showDate(serial: number, tokens: readonly FormatToken[], is1904: boolean): string | null {
  const shown = shownOf(serial, tokens, is1904)
  if (shown === null) return null
  const fraction = String(shown.date.getUTCMilliseconds()).padStart(3, '0')
  let used = 0
  const text = tokens
    .map((token, at) => {
      if ('literal' in token) return token.literal
      if (token.sign === '0') return fraction[used++] ?? '0'
      if (/^m+$/.test(token.sign)) {
        return isMinute(tokens, at) ? sized(shown.date.getUTCMinutes(), token.sign) : monthPart(token.sign, shown)
      }
      return part(token.sign, shown)
    })
    .join('')
  return serial < 0 && /[1-9]/.test(text) ? `-${text}` : text
}
