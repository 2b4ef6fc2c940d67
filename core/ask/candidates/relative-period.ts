import { formatMoment } from '../../format/format-moment.ts'
import { startOfMonth, startOfYear, type Period } from '../period.ts'
import type { Word } from '../words.ts'
import { amountOf } from './find-amounts.ts'
import { monthOf } from './read-moment.ts'
import { day } from '../../table/time-units.ts'

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'
type Relative = { readonly period: Period; readonly to: number }

function unitOf(word: Word | undefined): Unit | null {
  const one = (word?.lower ?? '').replace(/s$/, '')
  return one === 'day' || one === 'week' || one === 'month' || one === 'quarter' || one === 'year' ? one : null
}

/** The start of the unit a moment is in, moved by so many units. Weeks start on Monday. */
function startOf(unit: Unit, moment: number, moved: number): number {
  const date = new Date(moment)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  const midnight = Date.UTC(year, month, date.getUTCDate())
  switch (unit) {
    case 'day':
      return midnight + moved * day
    case 'week':
      return midnight - ((date.getUTCDay() + 6) % 7) * day + moved * 7 * day
    case 'month':
      return startOfMonth(year, month + moved)
    case 'quarter':
      return startOfMonth(year, Math.floor(month / 3) * 3 + moved * 3)
    case 'year':
      return startOfYear(year + moved)
  }
}

const told = (unit: Unit, from: number): string => `${unit === 'week' ? 'week of ' : ''}${formatMoment(from, unit)}`

function whole(unit: Unit, last: number, back: number): Period {
  const from = startOf(unit, last, -back)
  const which = back === 0 ? 'last in the data' : `before the data’s last ${unit}`
  return { from, to: startOf(unit, last, 1 - back), text: `in ${told(unit, from)} (${which})` }
}

/** So many units back from the last day of the data, that day included. */
function stretch(unit: Unit, count: number, last: number): Period {
  const end = startOf('day', last, 1)
  const date = new Date(end)
  const months = { day: 0, week: 0, month: 1, quarter: 3, year: 12 }[unit] * count
  const from =
    months > 0
      ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate())
      : end - count * (unit === 'week' ? 7 : 1) * day
  return { from, to: end, text: `in the last ${count} ${unit}s of the data, to ${formatMoment(end - day, 'day')}` }
}

const lasts = new Set(['last', 'past', 'previous', 'latest'])
const currents = new Set(['this', 'current', 'latest'])

/** Do the data reach the end of the unit they end in, but for one day in fifty? */
function isComplete(unit: Unit, last: number): boolean {
  const [start, end] = [startOf(unit, last, 0), startOf(unit, last, 1)]
  return end - last <= Math.max(day, (end - start) / 50)
}

/** `last month`, `this year`: the last one that is whole. */
function oneUnit(words: readonly Word[], at: number, last: number): Relative | null {
  const next = words[at + 1]
  const unit = unitOf(next)
  if (unit === null || next?.lower.endsWith('s')) return null
  const lead = words[at]?.lower ?? ''
  const tail = words
    .slice(at + 2, at + 5)
    .map(({ lower }) => lower)
    .join(' ')
  const isOfData = /^(of|in) (the|our) (data|dataset|file)/.test(tail)
  const isCurrent = currents.has(lead) || isOfData || (lead !== 'previous' && isComplete(unit, last))
  return { period: whole(unit, last, isCurrent ? 0 : 1), to: isOfData ? at + 5 : at + 2 }
}

/** `last 30 days`. */
function manyUnits(words: readonly Word[], at: number, last: number): Relative | null {
  const count = amountOf(words[at + 1]?.text ?? '')
  const unit = unitOf(words[at + 2])
  if (count === null || unit === null || count.value < 1) return null
  return { period: stretch(unit, Math.min(count.value, 10_000), last), to: at + 3 }
}

/** `last March`: the latest of that name that the data reaches. */
function namedMonth(words: readonly Word[], at: number, last: number): Relative | null {
  const month = monthOf(words[at + 1])
  if (month === null) return null
  const latest = new Date(last)
  const year = latest.getUTCMonth() >= month ? latest.getUTCFullYear() : latest.getUTCFullYear() - 1
  const from = startOfMonth(year, month)
  const text = `in ${formatMoment(from, 'month')} (the latest in the data)`
  return { period: { from, to: startOfMonth(year, month + 1), text }, to: at + 2 }
}

/**
 * `last month`, `this year`, `last 30 days`, `last March`. There is no clock: now is the data's latest moment.
 */
export function relativePeriod(words: readonly Word[], at: number, last: number): Relative | null {
  const lead = words[at]?.lower ?? ''
  if (!lasts.has(lead) && !currents.has(lead)) return null
  const one = oneUnit(words, at, last)
  if (one !== null || !lasts.has(lead)) return one
  return manyUnits(words, at, last) ?? namedMonth(words, at, last)
}
