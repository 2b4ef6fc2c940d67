import type { Budget } from '../../budget.ts'
import { clockOf } from '../../query/calendar/clock.ts'
import { fail } from '../../errors.ts'
import type { Query } from '../../query/query.ts'
import { ok, type Result } from '../../result.ts'
import type { Source } from '../../table/source.ts'
import { type Field, findColumn, type Table } from '../../table/table.ts'
import { joinTables } from '../join-tables.ts'
import { orderedRows } from '../order/order-rows.ts'
import { scan } from '../scan.ts'
import { takeTable } from '../take-rows.ts'
import { fetchRows, type Places } from './fetch-rows.ts'

/** Maximum candidates while sorting; bounds memory for a far page. */
const maxSorted = 1_000_000

/** Runs a Query that lists rows. */
export async function runListing(
  query: Query,
  source: Source,
  signal: AbortSignal | undefined,
  budget: Budget,
): Promise<Result<Table>> {
  if (query.sort.length === 0) return ok(await listInOrder(query, source, signal, budget))
  if (query.offset + query.limit > maxSorted) return fail('query/too-large', { what: 'sorted rows', limit: maxSorted })
  return ok(await listSorted(query, source, signal, budget))
}

const fieldsOf = (names: readonly string[], source: Source): Field[] =>
  names.flatMap((name) => source.fields.filter((field) => field.name === name))

/** Stops reading after the last requested row. */
async function listInOrder(
  query: Query,
  source: Source,
  signal: AbortSignal | undefined,
  budget: Budget,
): Promise<Table> {
  const parts: Table[] = []
  let [skip, wanted] = [query.offset, query.limit]
  const unread = query.filters.length > 0 ? { source, skipped: 0 } : withoutSkipped(source, skip)
  skip -= unread.skipped
  const { filters, columns } = query
  const clock = clockOf(query)
  const asked = { source: unread.source, filters, columns, signal, budget, clock, mayEndEarly: true }
  for await (const { table } of scan(asked)) {
    const from = Math.min(skip, table.rows)
    const rows = range(from, Math.min(table.rows, from + wanted))
    skip -= from
    wanted -= rows.length
    parts.push(takeTable(table, query.columns, rows))
    if (wanted === 0) break
  }
  return joinTables(parts, fieldsOf(query.columns, source))
}

/** Drops the row groups before the first requested row. */
function withoutSkipped(source: Source, rows: number): { source: Source; skipped: number } {
  let [first, skipped] = [0, 0]
  for (const group of source.rowGroups) {
    if (skipped + group.rows > rows) break
    skipped += group.rows
    first++
  }
  const read: Source['read'] = (group, columns) => source.read(group + first, columns)
  return { source: { ...source, rowGroups: source.rowGroups.slice(first), read }, skipped }
}

const range = (from: number, to: number): Int32Array =>
  Int32Array.from({ length: to - from }, (_, index) => from + index)

/** The sort columns and locations of the candidate rows. */
type Candidates = { readonly keys: Table; readonly places: Places }

/** Reads the sort columns to locate the rows, then all columns of the row groups that contain them. */
async function listSorted(
  query: Query,
  source: Source,
  signal: AbortSignal | undefined,
  budget: Budget,
): Promise<Table> {
  const end = query.offset + query.limit
  const names = [...new Set(query.sort.map(({ by }) => by))]
  let best: Candidates = { keys: joinTables([], fieldsOf(names, source)), places: placesOf(0, 0, null) }
  const asked = { source, filters: query.filters, columns: names, signal, budget, clock: clockOf(query) }
  for await (const { group, rows, table } of scan(asked)) {
    const keys = joinTables([best.keys, table], fieldsOf(names, source))
    const places = joinPlaces(best.places, placesOf(group, table.rows, rows))
    best = keep(query, { keys, places }, end)
  }
  const { groups, rows } = best.places
  return fetchRows(source, query.columns, { groups: groups.subarray(query.offset), rows: rows.subarray(query.offset) })
}

function placesOf(group: number, count: number, rows: Int32Array | null): Places {
  return { groups: new Int32Array(count).fill(group), rows: rows ?? range(0, count) }
}

function joinPlaces(a: Places, b: Places): Places {
  const join = (left: Int32Array, right: Int32Array): Int32Array => {
    const both = new Int32Array(left.length + right.length)
    both.set(left)
    both.set(right, left.length)
    return both
  }
  return { groups: join(a.groups, b.groups), rows: join(a.rows, b.rows) }
}

/** The best candidates, sorted. Ties keep their order, because earlier rows come first. */
function keep(query: Query, { keys, places }: Candidates, end: number): Candidates {
  const orders = query.sort.flatMap(({ by, direction }) => {
    const column = findColumn(keys, by)
    return column ? [{ column, descending: direction === 'descending' }] : []
  })
  const rows = orderedRows(keys.rows, orders, end)
  const names = keys.columns.map(({ name }) => name)
  const pick = (numbers: Int32Array): Int32Array => rows.map((row) => numbers[row] as number)
  return { keys: takeTable(keys, names, rows), places: { groups: pick(places.groups), rows: pick(places.rows) } }
}
