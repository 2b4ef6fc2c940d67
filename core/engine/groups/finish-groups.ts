import { atOnce } from '../../budget.ts'
import { clockOf } from '../../query/calendar/clock.ts'
import type { Query } from '../../query/query.ts'
import type { Table } from '../../table/table.ts'
import { compileFilters } from '../filters/row-mask.ts'
import { ordersOfGroups } from '../order/order-groups.ts'
import { orderedRows } from '../order/order-rows.ts'
import { passingRows, takeTable } from '../take-rows.ts'

/** Applies `having`, order and paging to computed groups. */
export function finishGroups(table: Table, query: Query): Table {
  const names = table.columns.map(({ name }) => name)
  const passes = compileFilters(query.having, clockOf(query))
  const kept = passes ? takeTable(table, names, passingRows(atOnce(passes(table)))) : table
  const rows = orderedRows(kept.rows, ordersOfGroups(kept, query), query.offset + query.limit)
  return takeTable(kept, names, rows.subarray(query.offset))
}
