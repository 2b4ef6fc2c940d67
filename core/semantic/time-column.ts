import type { ColumnProfile } from '../profile/profile.ts'
import { asideWords, eventWords, holds } from './name-hints.ts'
import { wordsOfName } from '../profile/name-words.ts'
import type { SemanticColumn } from './semantic-model.ts'
import type { Grain } from './vocabulary.ts'
import { day } from '../table/time-units.ts'

/** The grain that gives a readable number of points for a span, no finer than the moments themselves. */
export function grainOfSpan(from: number, to: number, moments: number): Grain {
  const days = (to - from) / day
  const isMonthly = days > 27 && moments <= days / 27 + 1
  if (days > 15 * 366) return 'year'
  if (days > 10 * 366) return 'quarter'
  if (days > 200 || isMonthly) return 'month'
  if (days > 92) return 'week'
  return days > 3 ? 'day' : 'hour'
}

function weight(column: SemanticColumn, rows: number): number {
  const words = wordsOfName(column.name)
  const isMoment = column.type === 'date' || column.type === 'timestamp'
  const known = rows === 0 ? 0 : 1 - column.nulls / rows
  const named = (holds(words, eventWords) ? 1 : 0) - (holds(words, asideWords) ? 2 : 0)
  return known * 3 + named + (isMoment ? 2 : 0) + (column.distinct > 1 ? 1 : -5)
}

/** The default time column; null if there is none. */
export function chooseTimeColumn(columns: readonly SemanticColumn[], rows: number): SemanticColumn | null {
  const moments = columns.filter(({ role }) => role === 'time')
  const [best] = [...moments].sort((a, b) => weight(b, rows) - weight(a, rows))
  return best ?? null
}

/** The default grain of that column; null for years written as numbers. */
export function grainOfColumn(column: SemanticColumn, profile: ColumnProfile | undefined): Grain | null {
  if (column.range === null || (column.type !== 'date' && column.type !== 'timestamp')) return null
  const grain = grainOfSpan(column.range.min, column.range.max, profile?.distinct.count ?? column.distinct)
  return grain === 'hour' && column.type === 'date' ? 'day' : grain
}
