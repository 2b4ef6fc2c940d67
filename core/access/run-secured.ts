import { ordersOfGroups } from '../engine/order/order-groups.ts'
import { orderedRows } from '../engine/order/order-rows.ts'
import { takeTable } from '../engine/take-rows.ts'
import { fail } from '../errors.ts'
import { listsRows, type Query } from '../query/query.ts'
import { ok, type Result } from '../result.ts'
import type { Table } from '../table/table.ts'
import { maskTable } from './mask-table.ts'
import type { Secured } from './secure-query.ts'

/** Runs a Query that was resolved and validated. */
type Run = (query: Query) => Promise<Result<Table>>

/** More groups than this are not put in order after masking; engines hold no more either. */
const mostGroups = 1_000_000

/** Every group, in whatever order. */
const withAllGroups = (query: Query): Query => ({ ...query, sort: [], offset: 0, limit: mostGroups })

/** Groups ordered and cut by what the caller sees of them. Rows that still tie are the same to the caller. */
function masked(table: Table, { query, masks }: Secured): Table {
  const seen = maskTable(table, masks)
  const orders = [...ordersOfGroups(seen, query), ...seen.columns.map((column) => ({ column, descending: false }))]
  const rows = orderedRows(seen.rows, orders, query.offset + query.limit).subarray(query.offset)
  const names = table.columns.map(({ name }) => name)
  return maskTable(takeTable(table, names, rows), masks)
}

/**
 * What a caller gets of a Query. Engines order ties of groups by their values, so where those are masked the groups are
 * ordered and cut here, after masking: neither the order nor the limit tells anything of what is behind a mask.
 */
export async function runSecured(secured: Secured, run: Run): Promise<Result<Table>> {
  const { query, masks, isOwner } = secured
  const isReordered = masks.size > 0 && !listsRows(query)
  const result = await run(isReordered ? withAllGroups(query) : query)
  if (!result.ok) {
    // Its sentence names a value of the joined dataset, whose row the caller may not see.
    return result.error.code === 'join/key-repeats' && !isOwner ? fail('join/unseen-key-repeats') : result
  }
  return ok(isReordered ? masked(result.value, secured) : maskTable(result.value, masks))
}
