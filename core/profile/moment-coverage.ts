import { type Gap, type MomentCoverage, type TimeGrain, timeGrains } from './time-profile.ts'
import { day, hour } from '../table/time-units.ts'

/** 1970-01-01 was a Thursday; weeks begin on Monday. */
const mondayShift = 3
/** Minimum share of periods with a row at a column's grain; working days have five in seven. */
const minShare = 0.6
const minPeriods = 3
const maxGaps = 10

const months = (moment: number): number => {
  const date = new Date(moment)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** Consecutive number of a moment's period. */
const numberOf: Record<TimeGrain, (moment: number) => number> = {
  hour: (moment) => Math.floor(moment / hour),
  day: (moment) => Math.floor(moment / day),
  week: (moment) => Math.floor((moment / day + mondayShift) / 7),
  month: months,
  quarter: (moment) => Math.floor(months(moment) / 3),
  year: (moment) => new Date(moment).getUTCFullYear(),
}

/** First moment of a period. */
const startOf: Record<TimeGrain, (period: number) => number> = {
  hour: (period) => period * hour,
  day: (period) => period * day,
  week: (period) => (period * 7 - mondayShift) * day,
  month: (period) => startOfMonth(period),
  quarter: (period) => startOfMonth(period * 3),
  year: (period) => startOfMonth(period * 12),
}

function startOfMonth(period: number): number {
  const date = new Date(0)
  date.setUTCFullYear(Math.floor(period / 12), period % 12, 1)
  return date.getTime()
}

export const periodOf = (moment: number, grain: TimeGrain): number => numberOf[grain](moment)

/** Distinct periods with a moment, ascending. */
function periodsOf(moments: Float64Array, grain: TimeGrain): number[] {
  const periods: number[] = []
  for (const moment of moments) {
    const period = numberOf[grain](moment)
    if (period !== periods.at(-1)) periods.push(period)
  }
  return periods
}

const isWeekend = (period: number): boolean => (((period + mondayShift) % 7) + 7) % 7 >= 5

/** Weekdays (Monday to Friday) before a day. */
const weekdaysBefore = (period: number): number => {
  const shifted = period + mondayShift
  return Math.floor(shifted / 7) * 5 + Math.min(5, shifted - Math.floor(shifted / 7) * 7)
}

type Expected = (from: number, to: number) => number

const everyPeriod: Expected = (from, to) => Math.max(0, to - from + 1)
const everyWeekday: Expected = (from, to) => Math.max(0, weekdaysBefore(to + 1) - weekdaysBefore(from))

function gapsOf(periods: readonly number[], grain: TimeGrain, expected: Expected): Gap[] {
  const gaps: Gap[] = []
  for (let at = 1; at < periods.length; at++) {
    const [from, to] = [(periods[at - 1] ?? 0) + 1, (periods[at] ?? 0) - 1]
    const missing = expected(from, to)
    if (missing > 0) gaps.push({ from: startOf[grain](from), to: startOf[grain](to), periods: missing })
  }
  return gaps.sort((a, b) => b.periods - a.periods || a.from - b.from).slice(0, maxGaps)
}

function cover(periods: readonly number[], grain: TimeGrain): MomentCoverage {
  const weekdaysOnly = grain === 'day' && periods.length > 10 && !periods.some(isWeekend)
  const expect = weekdaysOnly ? everyWeekday : everyPeriod
  const expected = expect(periods[0] ?? 0, periods.at(-1) ?? -1)
  return {
    grain,
    weekdaysOnly,
    expected,
    missing: expected - periods.length,
    gaps: gapsOf(periods, grain, expect),
  }
}

const scattered: MomentCoverage = { grain: null, weekdaysOnly: false, expected: 0, missing: 0, gaps: [] }

/** Periods with and without moments, at the finest grain that most periods fill. `moments` is ascending. */
export function coverageOf(moments: Float64Array, finest: TimeGrain): MomentCoverage {
  for (const grain of timeGrains.slice(timeGrains.indexOf(finest))) {
    const periods = periodsOf(moments, grain)
    if (periods.length < minPeriods) return scattered
    const share = periods.length / everyPeriod(periods[0] ?? 0, periods.at(-1) ?? 0)
    if (share >= minShare) return cover(periods, grain)
  }
  return scattered
}
