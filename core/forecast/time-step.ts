import { addMonths, monthNumber } from '../engine/formula/calendar.ts'
import { day, hour, minute, week } from '../table/time-units.ts'

/** The distance between neighbours of a series: calendar months, or a fixed length in the unit of its times. */
export type TimeStep =
  | { readonly kind: 'months'; readonly count: number }
  | { readonly kind: 'fixed'; readonly size: number; readonly isTime: boolean }

const shortestMonth = 28 * day
const daysOfMoment = (moment: number): number => Math.floor(moment / day)

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [1, 0] as const)[0]
}

/** The step of times in ascending order, none twice. Where some are missing, the usual distance counts. */
export function timeStepOf(times: readonly number[], isTime: boolean): TimeStep {
  const distances = times.slice(1).map((time, at) => time - (times[at] ?? 0))
  const usual = mostFrequent(distances)
  if (isTime && usual >= shortestMonth) {
    const months = times.slice(1).map((time, at) => monthsBetween(times[at] ?? 0, time))
    const count = mostFrequent(months)
    if (count > 0) return { kind: 'months', count }
  }
  return { kind: 'fixed', size: usual, isTime }
}

const monthsBetween = (from: number, to: number): number =>
  monthNumber(daysOfMoment(to)) - monthNumber(daysOfMoment(from))

/** How many steps `to` is after `from`, rounded. */
export const stepsBetween = (step: TimeStep, from: number, to: number): number =>
  step.kind === 'months' ? Math.round(monthsBetween(from, to) / step.count) : Math.round((to - from) / step.size)

/** The time `steps` after another. Months that end on their last day go on doing so. */
export function timeAfter(step: TimeStep, from: number, steps: number): number {
  if (step.kind === 'fixed') return from + steps * step.size
  const days = daysOfMoment(from)
  const isLastDay = monthNumber(days + 1) !== monthNumber(days)
  const ahead = isLastDay ? addMonths(days + 1, steps * step.count) - 1 : addMonths(days, steps * step.count)
  return ahead * day + (from - days * day)
}

/** Seasons that a step of time can have, in steps, shortest first; null where only the values can tell. */
export function calendarSeasons(step: TimeStep): readonly number[] | null {
  if (step.kind === 'months') return 12 % step.count === 0 && step.count < 12 ? [12 / step.count] : []
  if (!step.isTime) return null
  const { size } = step
  if (size === week) return [52]
  if (size === day) return [7, 365]
  if (size > day / 2) return []
  const perDay = Math.round(day / size)
  return size >= minute ? [...(size < hour ? [Math.round(hour / size)] : []), perDay, 7 * perDay] : []
}
