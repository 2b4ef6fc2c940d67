import type { Steps } from '../../budget.ts'
import { type Clock, plainClock } from '../../query/calendar/clock.ts'
import { type Column, findColumn, type Table } from '../../table/table.ts'
import type { Filter } from '../../query/filter.ts'
import type { Mask } from './mask.ts'
import { numberMask } from './number-mask.ts'
import { partMask } from './part-mask.ts'
import { textMask } from './text-mask.ts'

/** A compiled filter; constants are evaluated once. Yields after each comparison. */
type RowFilter = (table: Table) => Steps<Mask>

/** Compiles a filter for use on many row groups. */
function compileFilter(filter: Filter, clock: Clock): RowFilter {
  if ('filters' in filter)
    return combined(
      filter.filters.map((part) => compileFilter(part, clock)),
      filter.op,
    )
  if ('filter' in filter) return negated(compileFilter(filter.filter, clock))
  if (filter.op === 'part') {
    const passes = partMask(filter, clock)
    return single((table) => passes(columnOf(table, filter.column)))
  }
  const [onText, onNumbers] = [textMask(filter), numberMask(filter, clock.zone)]
  return single((table) => {
    const column = columnOf(table, filter.column)
    return column.type === 'text' ? onText(column) : onNumbers(column)
  })
}

const single = (test: (table: Table) => Mask): RowFilter =>
  function* (table) {
    const mask = test(table)
    yield
    return mask
  }

/** Combines the filters of a Query; null without filters. Filter text without a zone is local to `clock`. */
export const compileFilters = (filters: readonly Filter[], clock: Clock = plainClock): RowFilter | null =>
  filters.length === 0 ? null : compileFilter({ op: 'and', filters }, clock)

function columnOf(table: Table, name: string): Column {
  const column = findColumn(table, name)
  if (!column) throw new Error(`The filter's column ${name} was not read`)
  return column
}

function combined(parts: readonly RowFilter[], op: 'and' | 'or'): RowFilter {
  const [head, ...rest] = parts
  if (!head) return single(({ rows }) => new Uint8Array(rows).fill(op === 'and' ? 1 : 0))
  return function* (table) {
    const mask = yield* head(table)
    for (const part of rest) {
      const other = yield* part(table)
      if (op === 'and')
        for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] as number) & (other[row] as number)
      else for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] as number) | (other[row] as number)
    }
    return mask
  }
}

const negated = (part: RowFilter): RowFilter =>
  function* (table) {
    const mask = yield* part(table)
    for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] as number) ^ 1
    return mask
  }
