import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import { calendarSeasons, stepsBetween, type TimeStep, timeAfter, timeStepOf } from './time-step.ts'
import { isSeasonal } from '../stats/forecast/seasonality.ts'
import { autocorrelations } from '../stats/forecast/autocorrelations.ts'
import type { Series } from '../stats/forecast/series.ts'

/** Values by time in any order; a value that is unknown is NaN. */
export type TimedValues = {
  /** What the series is called; empty if it is the only one. */
  readonly name: string
  readonly times: readonly number[]
  readonly values: readonly number[]
  /** True if times are milliseconds since 1970 UTC, false for plain numbers such as 1, 2, 3. */
  readonly isTime: boolean
}

/** A series at equal steps, and where it stands in time. */
export type RegularSeries = {
  readonly series: Series
  readonly step: TimeStep
  readonly firstTime: number
  /** Steps whose value was missing, and drawn in a straight line between their neighbours. */
  readonly filled: number
}

/** Seasons that series of plain numbers are tried for. */
const usualSeasons = [4, 7, 12, 24, 48, 52, 96, 144, 288]
/** Autocorrelation that a season found by values alone must have. */
const plainEvidence = 0.3
/** Steps between first and last time, per known value, beyond which a series counts as irregular, not as one with gaps. */
const mostSparse = 20

function filledIn(known: Float64Array): number {
  let filled = 0
  let before = -1
  for (let at = 0; at < known.length; at++) {
    if (Number.isNaN(known[at] ?? Number.NaN)) continue
    const gaps = before < 0 ? 0 : at - before - 1
    const [from, to] = [known[before] ?? 0, known[at] ?? 0]
    for (let gap = 1; gap <= gaps; gap++) known[before + gap] = from + ((to - from) * gap) / (gaps + 1)
    filled += gaps
    before = at
  }
  return filled
}

/** The season that repeats best, for values without a calendar. */
function seasonByValues(values: Float64Array): readonly number[] {
  const most = Math.min(Math.max(...usualSeasons), Math.floor(values.length / 3))
  if (most < 2) return []
  const steps = values.slice(1).map((value, at) => value - (values[at] ?? 0))
  const correlations = autocorrelations(steps, most)
  const found = usualSeasons
    .filter((season) => season <= most && isSeasonal(values, season))
    .map((season) => ({ season, strength: correlations[season] ?? 0 }))
    .filter(({ strength }) => strength > plainEvidence)
    .toSorted((a, b) => b.strength - a.strength)[0]
  if (!found) return []
  return found.season >= 24 ? [found.season, 7 * found.season] : [found.season]
}

function withSeasons(values: Float64Array, step: TimeStep): Series {
  const possible = calendarSeasons(step) ?? seasonByValues(values)
  const [season = 1, ...longer] = possible.filter((each) => isSeasonal(values, each))
  return { values, season, longer }
}

/** Puts values on equal steps of time; what is missing between them is drawn in a straight line. */
export function regularSeries({ name, times, values, isTime }: TimedValues): Result<RegularSeries> {
  const order = [...times.keys()]
    .filter((at) => Number.isFinite(times[at]) && Number.isFinite(values[at]))
    .toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0))
  const sorted = order.map((at) => times[at] ?? 0)
  const twice = sorted.find((time, at) => time === sorted[at + 1])
  if (twice !== undefined)
    return fail('series/twice', {
      series: name,
      time: isTime ? new Date(twice).toISOString().slice(0, 10) : String(twice),
    })
  const [firstTime = 0] = sorted
  const step = timeStepOf(sorted, isTime)
  const count = sorted.length < 2 ? sorted.length : stepsBetween(step, firstTime, sorted.at(-1) ?? 0) + 1
  // Times without a step, such as orders by the minute, are taken one after another.
  const isRegular = count <= mostSparse * sorted.length
  const known = new Float64Array(isRegular ? count : sorted.length).fill(Number.NaN)
  for (const [at, row] of order.entries())
    known[isRegular ? stepsBetween(step, firstTime, sorted[at] ?? 0) : at] = values[row] ?? 0
  const filled = filledIn(known)
  return ok({ series: withSeasons(known, step), step, firstTime, filled })
}

/** The time of the value at a place of a series, counted from 0; places after its end lie in the future. */
export const timeOf = ({ step, firstTime }: RegularSeries, place: number): number => timeAfter(step, firstTime, place)
