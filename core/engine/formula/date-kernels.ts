import { months } from '../../table/months.ts'
import { isClockUnit, type Unit } from '../../semantic/formula/functions/dates.ts'
import {
  addMonths,
  dateOfDays,
  day,
  dayOfMonth,
  daysOf,
  daysOfMonth,
  isoWeekOf,
  monthNumber,
  monthOf,
  weekdayOf,
  weekNumber,
  yearOf,
} from './calendar.ts'
import { type Kernel, literalAt, part, type Setup } from './kernel.ts'
import { eachPair, ofMany, ofOne, ofTwo } from './lift-numbers.ts'
import { constant, type Vector } from './vector.ts'

/** Lifts a function of days since 1970. */
const ofDays = (compute: (days: number) => number): Kernel =>
  ofOne((date) => (date === date ? compute(Math.floor(date / day)) : Number.NaN))

const local = (instant: number, { zone }: Setup): number => instant + zone.offsetAt(instant)

/** Lifts a function of local wall-clock time in milliseconds. */
const ofClock =
  (compute: (shown: number) => number): Kernel =>
  (parts, setup) =>
    ofOne((instant) => (instant === instant ? compute(local(instant, setup)) : Number.NaN))(parts, setup)

const within = (value: number, size: number): number => value - Math.floor(value / size) * size

/** The local date of an instant. */
export const dateOfInstant = (instant: number, setup: Setup): number =>
  instant === instant ? dateOfDays(Math.floor(local(instant, setup) / day)) : Number.NaN

const lengths: Readonly<Record<'second' | 'minute' | 'hour' | 'day' | 'week', number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day,
  week: 7 * day,
}
const monthsIn: Readonly<Record<'month' | 'quarter' | 'year', number>> = { month: 1, quarter: 3, year: 12 }

const isOfMonths = (unit: Unit): unit is keyof typeof monthsIn => unit in monthsIn

const unitOf = (setup: Setup): Unit => literalAt(setup, 0) as Unit

const truncate: Kernel = (parts, setup) => {
  const unit = unitOf(setup)
  const of = [part(parts, 1)]
  if (isClockUnit(unit)) {
    const size = lengths[unit as 'hour']
    return ofOne((instant) => (instant === instant ? instant - within(local(instant, setup), size) : Number.NaN))(
      of,
      setup,
    )
  }
  return ofDays((days) => dateOfDays(startOf(unit, days)))(of, setup)
}

function startOf(unit: Unit, days: number): number {
  if (!isOfMonths(unit)) return unit === 'week' ? weekNumber(days) * 7 - 3 : days
  const number = Math.floor(monthNumber(days) / monthsIn[unit]) * monthsIn[unit]
  return daysOf(Math.floor(number / 12), (number % 12) + 1, 1)
}

const addTo: Kernel = (parts, setup) => {
  const unit = unitOf(setup)
  const isDate = setup.expressions[2]?.type !== 'timestamp'
  const compute = (amount: number, moment: number): number => {
    if (amount !== amount || moment !== moment) return Number.NaN
    if (!isDate) return moment + Math.round(amount * lengths[unit as 'day'])
    const [days, steps] = [Math.floor(moment / day), Math.trunc(amount)]
    return dateOfDays(
      isOfMonths(unit) ? addMonths(days, steps * monthsIn[unit]) : days + steps * (unit === 'week' ? 7 : 1),
    )
  }
  return ofTwo(eachPair(compute))(parts.slice(1), setup)
}

const difference: Kernel = (parts, setup) => {
  const unit = unitOf(setup)
  const between = (start: number, end: number): number => {
    if (start !== start || end !== end) return Number.NaN
    if (isClockUnit(unit)) return (end - start) / lengths[unit as 'hour']
    return countOf(unit, Math.floor(end / day)) - countOf(unit, Math.floor(start / day))
  }
  return ofTwo(eachPair(between))(parts.slice(1), setup)
}

/** Number of units begun by a day, counted from a fixed origin. */
function countOf(unit: Unit, days: number): number {
  if (isOfMonths(unit)) return Math.floor(monthNumber(days) / monthsIn[unit])
  return unit === 'week' ? weekNumber(days) : days
}

function makeDate(...values: readonly number[]): number {
  const [year, month, dayInMonth] = values.map(Math.trunc) as [number, number, number]
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && dayInMonth >= 1)) return Number.NaN
  return dayInMonth <= daysOfMonth(year, month) ? dateOfDays(daysOf(year, month, dayInMonth)) : Number.NaN
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const monthNames = months.map(capital)
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Names for the numbers from 1. */
const named =
  (kernel: Kernel, dictionary: readonly string[]): Kernel =>
  (parts, setup) => {
    const numbered = kernel(parts, setup)
    return (table): Vector => {
      const vector = numbered(table)
      if (vector.kind !== 'numbers') {
        return constant(vector.kind === 'constant' ? (dictionary[Number(vector.value ?? 0) - 1] ?? null) : null)
      }
      return { kind: 'texts', codes: Int32Array.from(vector.values, (value) => (value || 0) - 1), dictionary }
    }
  }

const month = ofDays(monthOf)
const weekday = ofDays(weekdayOf)

/** Date and time functions; calendar functions receive whole days. */
export const dateKernels = {
  year: ofDays(yearOf),
  quarter: ofDays((days) => Math.floor((monthOf(days) + 2) / 3)),
  month,
  week: ofDays(isoWeekOf),
  day: ofDays(dayOfMonth),
  weekday,
  day_of_year: ofDays((days) => days - daysOf(yearOf(days), 1, 1) + 1),
  hour: ofClock((shown) => Math.floor(within(shown, day) / 3_600_000)),
  minute: ofClock((shown) => Math.floor(within(shown, 3_600_000) / 60_000)),
  second: ofClock((shown) => Math.floor(within(shown, 60_000) / 1000)),
  month_name: named(month, monthNames),
  weekday_name: named(weekday, weekdayNames),
  date_trunc: truncate,
  date_add: addTo,
  date_diff: difference,
  make_date: ofMany(makeDate),
} as const satisfies Record<string, Kernel>
