import { ordersOfGroups } from '../engine/order/order-groups.ts'
import { orderedRows } from '../engine/order/order-rows.ts'
import { takeTable } from '../engine/take-rows.ts'
import { fail } from '../errors.ts'
import { listsRows, type Query } from '../query/query.ts'
import { ok, type Result } from '../result.ts'
import type { Table } from '../table/table.ts'
import { maskTable } from './mask-table.ts'
import type { Secured } from './secure-query.ts'

/** Runs a resolved and validated Query. */
type Run = (query: Query) => Promise<Result<Table>>

/** Maximum groups sorted after masking; equal to the engines' limit. */
const maxGroups = 1_000_000

/** Requests all groups in any order. */
const withAllGroups = (query: Query): Query => ({ ...query, sort: [], offset: 0, limit: maxGroups })

/** Sorts and limits groups by masked values. Remaining ties look equal to the caller. */
function masked(table: Table, { query, masks }: Secured): Table {
  const seen = maskTable(table, masks)
  const orders = [...ordersOfGroups(seen, query), ...seen.columns.map((column) => ({ column, descending: false }))]
  const rows = orderedRows(seen.rows, orders, query.offset + query.limit).subarray(query.offset)
  const names = table.columns.map(({ name }) => name)
  return maskTable(takeTable(table, names, rows), masks)
}

/**
 * Runs a secured Query. Engines break ties by group values; if those are masked, groups are sorted and limited after
 * masking, so that neither order nor limit reveals them.
 */
export async function runSecured(secured: Secured, run: Run): Promise<Result<Table>> {
  const { query, masks, seesEverything } = secured
  const isReordered = masks.size > 0 && !listsRows(query)
  const result = await run(isReordered ? withAllGroups(query) : query)
  if (!result.ok) {
    // The message quotes a value of the joined dataset, which the caller may not see.
    return result.error.code === 'join/key-repeats' && !seesEverything ? fail('join/unseen-key-repeats') : result
  }
  return ok(isReordered ? masked(result.value, secured) : maskTable(result.value, masks))
}
