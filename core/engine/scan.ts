import type { Filter } from '../query/query.ts'
import { columnsOfFilter } from '../query/columns-of-query.ts'
import type { Source } from '../table/source.ts'
import type { Table } from '../table/table.ts'
import { mayMatch } from './filters/may-match.ts'
import { compileFilters } from './filters/row-mask.ts'
import { passingRows, takeTable } from './take-rows.ts'

export type Scan = {
  readonly source: Source
  readonly filters: readonly Filter[]
  /** What to hand on; the filters' own columns are read besides, and dropped. */
  readonly columns: readonly string[]
  readonly signal: AbortSignal | undefined
}

/** Rows of one row group that pass the filters. `rows` are their positions in it; null means all. */
export type Passing = { readonly group: number; readonly rows: Int32Array | null; readonly table: Table }

/** Thrown when a signal has asked to stop; caught where a Query begins. */
export class Cancelled extends Error {}

/**
 * Row groups one after another, those that cannot match left unread, only with the columns needed.
 * While one is worked on the next is already being fetched, and no more: memory holds two.
 */
export async function* scan({ source, filters, columns, signal }: Scan): AsyncGenerator<Passing> {
  const filter = compileFilters(filters)
  const needed = [...new Set([...columns, ...filters.flatMap(columnsOfFilter)])]
  const groups = source.rowGroups.flatMap((group, index) => (mayMatch(filters, group, source.fields) ? [index] : []))
  let ahead = start(source, groups[0], needed)
  for (const [position, group] of groups.entries()) {
    if (signal?.aborted) throw new Cancelled()
    const table = await ahead
    ahead = start(source, groups[position + 1], needed)
    const rows = filter && table.rows > 0 ? passingRows(filter(table)) : null
    if (table.rows > 0 && rows?.length !== 0) yield { group, rows, table: takeTable(table, columns, rows) }
  }
  if (signal?.aborted) throw new Cancelled()
}

const nothing: Table = { rows: 0, columns: [] }

function start(source: Source, group: number | undefined, columns: readonly string[]): Promise<Table> {
  if (group === undefined) return Promise.resolve(nothing)
  if (columns.length === 0) return Promise.resolve({ rows: source.rowGroups[group]?.rows ?? 0, columns: [] })
  const reading = source.read(group, columns)
  // A scan that ends early leaves this promise behind; its failure then concerns nobody.
  reading.catch(() => undefined)
  return reading
}
