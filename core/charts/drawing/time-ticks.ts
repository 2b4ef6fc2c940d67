import type { Grain } from '../../semantic/vocabulary.ts'
import { shortMonths } from '../../table/months.ts'
import { day, hour } from '../../table/time-units.ts'

/** A mark on a time axis: its label, and under it the larger period where that begins. */
export type TimeTick = { readonly at: number; readonly text: string; readonly under: string }

type Step = { readonly unit: 'hour' | 'day' | 'week' | 'month' | 'year'; readonly count: number }

const steps: readonly Step[] = [
  ...[1, 3, 6, 12].map((count) => ({ unit: 'hour', count }) as const),
  ...[1, 2].map((count) => ({ unit: 'day', count }) as const),
  ...[1, 2].map((count) => ({ unit: 'week', count }) as const),
  ...[1, 3, 6].map((count) => ({ unit: 'month', count }) as const),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((count) => ({ unit: 'year', count }) as const),
]

const order = ['hour', 'day', 'week', 'month', 'year'] as const

/** Steps finer than the data's grain would mark moments that no value has. */
function isFineEnough(step: Step, grain: Grain | null): boolean {
  if (grain === null) return true
  if (grain === 'quarter') return step.unit === 'year' || (step.unit === 'month' && step.count >= 3)
  return order.indexOf(step.unit) >= order.indexOf(grain)
}

const fixed = { hour, day, week: 7 * day } as const

/** Monday, 5 January 1970. */
const monday = 4 * day

function momentsOf({ unit, count }: Step, min: number, max: number): number[] {
  if (unit === 'month' || unit === 'year') return calendarMoments(unit === 'year' ? 12 * count : count, min, max)
  const width = fixed[unit] * count
  const origin = unit === 'week' ? monday : 0
  const first = Math.ceil((min - origin) / width) * width + origin
  return first > max ? [] : Array.from({ length: Math.floor((max - first) / width) + 1 }, (_, at) => first + at * width)
}

/** The start of a month counted from January of the year 0. */
const startOfMonth = (month: number): number => new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1)

function calendarMoments(step: number, min: number, max: number): number[] {
  const start = new Date(min)
  const found: number[] = []
  let month = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step
  if (startOfMonth(month) < min) month += step
  for (; startOfMonth(month) <= max; month += step) found.push(startOfMonth(month))
  return found
}

/** How many marks a step makes, without making them. */
function countOf({ unit, count }: Step, span: number): number {
  const width = unit === 'month' ? 30.44 * day : unit === 'year' ? 365.25 * day : fixed[unit]
  return span / (width * count) + 1
}

const two = (value: number): string => String(value).padStart(2, '0')

function told(at: number, { unit }: Step, grain: Grain | null): Omit<TimeTick, 'at'> {
  const date = new Date(at)
  const year = String(date.getUTCFullYear())
  const month = shortMonths[date.getUTCMonth()] ?? ''
  if (unit === 'year') return { text: year, under: '' }
  if (unit === 'month')
    return { text: grain === 'quarter' ? `Q${Math.floor(date.getUTCMonth() / 3) + 1}` : month, under: year }
  if (unit === 'hour') return { text: `${two(date.getUTCHours())}:00`, under: `${date.getUTCDate()} ${month}` }
  return { text: `${date.getUTCDate()} ${month}`, under: year }
}

/** Round moments within a range, no more than so many; the larger period is named only where it changes. */
export function timeTicks(
  min: number,
  max: number,
  options: { readonly most: number; readonly grain: Grain | null },
): TimeTick[] {
  const { most, grain } = options
  const fine = steps.filter((step) => isFineEnough(step, grain))
  const step = fine.find((each) => countOf(each, max - min) <= most) ?? { unit: 'year', count: 1000 }
  let last = ''
  return momentsOf(step, min, max).map((at) => {
    const { text, under } = told(at, step, grain)
    const isNew = under !== last
    last = under
    return { at, text, under: isNew ? under : '' }
  })
}
