import { columnsOfFilter } from '#core/query/columns-of-query.ts'
import type { Dimension } from '#core/query/dimension.ts'
import type { Filter } from '#core/query/filter.ts'
import type { Grain } from '#core/semantic/vocabulary.ts'
import type { Cell } from '#core/table/table.ts'

const day = 86_400_000
const hour = 3_600_000

/** The first moment after the period that begins here. */
function periodEnd(start: number, grain: Grain): number {
  const date = new Date(start)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  switch (grain) {
    case 'hour':
      return start + hour
    case 'day':
      return start + day
    case 'week':
      return start + 7 * day
    case 'month':
      return Date.UTC(year, month + 1, 1)
    case 'quarter':
      return Date.UTC(year, month + 3, 1)
    case 'year':
      return Date.UTC(year + 1, 0, 1)
  }
}

const iso = (moment: number): string => {
  const text = new Date(moment).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.replace('.000Z', 'Z')
}

const within = (column: string, from: string | number, before: string | number): Filter => ({
  op: 'and',
  filters: [
    { op: 'greaterOrEqual', column, value: from },
    { op: 'less', column, value: before },
  ],
})

/** The rows behind one mark: the value, the period or the bin that it stands for. Null where it cannot be told. */
export function filterForMark({ column, grain, bins }: Dimension, key: Cell, binWidth: number | null): Filter | null {
  if (key === null) return { op: 'isNull', column }
  if (grain) {
    const start = typeof key === 'number' ? key : Date.parse(String(key))
    return Number.isNaN(start) ? null : within(column, iso(start), iso(periodEnd(start, grain)))
  }
  if (bins === undefined) return { op: 'in', column, values: [key] }
  const lower = Number(key)
  return binWidth === null || Number.isNaN(lower) ? null : within(column, lower, lower + binWidth)
}

const same = (a: Filter, b: Filter): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The filters with this one switched on, in place of another on the same column; or off, where it was on. */
export function toggleFilter(filters: readonly Filter[], filter: Filter): readonly Filter[] {
  if (filters.some((each) => same(each, filter))) return filters.filter((each) => !same(each, filter))
  const [column] = columnsOfFilter(filter)
  return [...filters.filter((each) => columnsOfFilter(each)[0] !== column), filter]
}
