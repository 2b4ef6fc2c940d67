import type { ColumnProfile } from '#core/profile/profile.ts'
import type { Filter } from '#core/query/filter.ts'
import type { SpreadBar } from '../../../ui/spread.ts'
import { isMoment } from './spell.ts'

/** Filters a frequent value; null for exact moments and durations, which are too specific. */
export function filterOfValue({ name, type }: ColumnProfile, value: string): Filter | null {
  if (isMoment(type) || type === 'duration') return null
  const exact = type === 'text' ? value : type === 'boolean' ? value === 'true' : Number(value)
  return { op: 'in', column: name, values: [exact] }
}

/** Filters the rows of a bar. */
export function filterOfBar({ name, type }: ColumnProfile, { from, to }: SpreadBar): Filter | null {
  if (type === 'duration') return null
  const at = (value: number): number | string => (isMoment(type) ? new Date(value).toISOString().slice(0, 10) : value)
  return { op: 'between', column: name, from: at(from), to: at(to) }
}
