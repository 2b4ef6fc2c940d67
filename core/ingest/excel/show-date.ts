import type { FormatToken } from './format-tokens.ts'
import { momentOf } from './serial.ts'

const months = 'January February March April May June July August September October November December'.split(' ')
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const two = (number: number): string => String(number).padStart(2, '0')
const sized = (number: number, sign: string): string => (sign.length > 1 ? two(number) : String(number))

/** Minutes are written as months are; they stand after hours or before seconds. */
function isMinute(tokens: readonly FormatToken[], at: number): boolean {
  const letters = tokens.map((token) => ('sign' in token ? (/^\[?([ymdhs])/.exec(token.sign)?.[1] ?? '') : ''))
  const before = letters.slice(0, at).findLast((letter) => letter !== '')
  const after = letters.slice(at + 1).find((letter) => letter !== '')
  return before === 'h' || after === 's'
}

function dayPart(sign: string, date: Date): string {
  const [day, week] = [date.getUTCDate(), days[date.getUTCDay()] ?? '']
  if (sign.length > 3) return week
  return sign.length === 3 ? week.slice(0, 3) : sized(day, sign)
}

function monthPart(sign: string, date: Date): string {
  const name = months[date.getUTCMonth()] ?? ''
  if (sign.length === 5) return name.slice(0, 1)
  if (sign.length > 3) return name
  return sign.length === 3 ? name.slice(0, 3) : sized(date.getUTCMonth() + 1, sign)
}

function yearPart(sign: string, date: Date): string {
  const year = date.getUTCFullYear()
  return sign.length > 2 ? String(year) : two(year % 100)
}

type Shown = { readonly date: Date; readonly serial: number; readonly isHalfDay: boolean }

function elapsed(sign: string, serial: number): string {
  const seconds = Math.round(serial * 86_400_000) / 1000
  const per = sign[1] === 'h' ? 3600 : sign[1] === 'm' ? 60 : 1
  return String(Math.floor(seconds / per)).padStart(sign.length - 2, '0')
}

function part(sign: string, { date, serial, isHalfDay }: Shown): string {
  if (sign.startsWith('[')) return elapsed(sign, serial)
  const hours = date.getUTCHours()
  switch (sign[0]) {
    case 'y':
      return yearPart(sign, date)
    case 'd':
      return dayPart(sign, date)
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

/** A number of days as Excel shows it under a format of dates and times; null where it shows none. */
export function showDate(serial: number, tokens: readonly FormatToken[], is1904: boolean): string | null {
  const moment = momentOf(serial, is1904)
  if (moment === null) return null
  const point = tokens.findIndex((token) => 'sign' in token && token.sign === '.')
  const places = point < 0 ? 0 : tokens.slice(point).filter((token) => 'sign' in token && token.sign === '0').length
  const step = 1000 / 10 ** Math.min(3, places)
  const hasClock = tokens.some((token) => 'sign' in token && /^\[?[hs]/.test(token.sign))
  const date = new Date(hasClock ? Math.round(moment / step) * step : moment)
  const isHalfDay = tokens.some((token) => 'sign' in token && token.sign.startsWith('a'))
  const fraction = String(date.getUTCMilliseconds()).padStart(3, '0')
  let used = 0
  return tokens
    .map((token, at) => {
      if ('literal' in token) return token.literal
      if (token.sign === '0') return fraction[used++] ?? '0'
      if (/^m+$/.test(token.sign)) {
        return isMinute(tokens, at) ? sized(date.getUTCMinutes(), token.sign) : monthPart(token.sign, date)
      }
      return part(token.sign, { date, serial, isHalfDay })
    })
    .join('')
}
