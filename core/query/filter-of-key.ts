import type { Grain } from '../semantic/vocabulary.ts'
import type { Cell } from '../table/table.ts'
import type { Dimension } from './dimension.ts'
import type { Filter } from './filter.ts'
import { day } from '../table/time-units.ts'

const hour = 3_600_000

/** The end of the period that starts at `start`. */
function periodEnd(start: number, grain: Grain): number {
  const date = new Date(start)
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  switch (grain) {
    case 'hour':
      return start + hour
    case 'day':
      return start + day
    case 'week':
      return start + 7 * day
    case 'month':
      return Date.UTC(year, month + 1, dayOfMonth)
    case 'quarter':
      return Date.UTC(year, month + 3, dayOfMonth)
    case 'year':
      return Date.UTC(year + 1, month, dayOfMonth)
  }
}

/** Days are written without a zone, so they mean the same day in every zone; hours are written as instants. */
function textOf(moment: number, grain: Grain): string {
  const text = new Date(moment).toISOString()
  return grain === 'hour' ? text.replace('.000Z', 'Z') : text.slice(0, 10)
}

const within = (column: string, from: string | number, before: string | number): Filter => ({
  op: 'and',
  filters: [
    { op: 'greaterOrEqual', column, value: from },
    { op: 'less', column, value: before },
  ],
})

/** The filter for one group of a dimension: its value, period or bin. Null if no filter can express it. */
export function filterOfKey(dimension: Dimension, key: Cell, binWidth: number | null): Filter | null {
  const { column, grain, part, bins } = dimension
  if (key === null) return { op: 'isNull', column }
  if (part) return Number.isInteger(key) ? { op: 'part', column, part, values: [Number(key)] } : null
  if (grain) {
    const start = typeof key === 'number' ? key : Date.parse(String(key))
    return Number.isNaN(start) ? null : within(column, textOf(start, grain), textOf(periodEnd(start, grain), grain))
  }
  const width = dimension.binWidth ?? binWidth
  if (bins === undefined && dimension.binWidth === undefined) return { op: 'in', column, values: [key] }
  const lower = Number(key)
  return width === null || Number.isNaN(lower) ? null : within(column, lower, Number((lower + width).toPrecision(12)))
}
