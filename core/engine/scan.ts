import { type Budget, inTurns } from '../budget.ts'
import { type Clock, plainClock } from '../query/calendar/clock.ts'
import type { Filter } from '../query/filter.ts'
import { columnsOfFilter } from '../query/columns-of-query.ts'
import type { Source } from '../table/source.ts'
import type { Table } from '../table/table.ts'
import { mayMatch } from './filters/may-match.ts'
import { queryBudget } from './query-budget.ts'
import { compileFilters } from './filters/row-mask.ts'
import { passingRows, takeTable } from './take-rows.ts'

export type Scan = {
  readonly source: Source
  readonly filters: readonly Filter[]
  /** Columns to yield; filter columns are read too and then dropped. */
  readonly columns: readonly string[]
  readonly signal: AbortSignal | undefined
  /** Yields to other tasks between row groups and comparisons. */
  readonly budget?: Budget
  /** The clock that interprets the filters' moments; UTC by default. */
  readonly clock?: Clock
  /** True if the caller may stop early, which reduces prefetching. */
  readonly mayEndEarly?: boolean
}

/** The passing rows of one row group. `rows` are positions in the group; null means all. */
export type Passing = { readonly group: number; readonly rows: Int32Array | null; readonly table: Table }

/** Thrown when the signal aborts; `caught` turns it into a failure. */
export class Cancelled extends Error {}

/** Budget steps per compared value and per value read. */
const [stepsOfComparison, stepsOfColumn] = [0.5, 0.2]

/** Maximum prefetched cells: 16 MB of numbers. */
const cellsAhead = 2_000_000
/** Maximum row groups prefetched, because a Worker has six connections. */
const groupsAhead = 6

/** Yields row groups in order; skips those that cannot match and reads only the needed columns. */
export async function* scan(asked: Scan): AsyncGenerator<Passing> {
  const { source, filters, columns, signal, mayEndEarly, clock = plainClock, budget = queryBudget() } = asked
  const passes = compileFilters(filters, clock)
  const needed = [...new Set([...columns, ...filters.flatMap(columnsOfFilter)])]
  const groups = source.rowGroups.flatMap((group, index) =>
    mayMatch(filters, group, { fields: source.fields, zone: clock.zone }) ? [index] : [],
  )
  const depth = mayEndEarly ? 1 : depthOf(source, needed.length)
  const reads = groups.map((group) => () => start(source, group, needed))
  stopIf(signal)
  for await (const [position, table] of inOrder(reads, depth)) {
    const isTested = passes !== null && table.rows > 0
    const mask = isTested ? await inTurns(passes(table), budget, table.rows * stepsOfComparison) : null
    const rows = mask && passingRows(mask)
    const group = groups[position] as number
    if (table.rows > 0 && rows?.length !== 0) yield { group, rows, table: takeTable(table, columns, rows) }
    stopIf(signal)
    budget.work(table.rows * needed.length * stepsOfColumn)
    await budget.rest()
  }
}

function stopIf(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Cancelled()
}

/**
 * Prefetches the next tables while the caller processes one, because a remote store has high latency but serves
 * requests in parallel.
 */
async function* inOrder(reads: readonly (() => Promise<Table>)[], depth: number): AsyncGenerator<[number, Table]> {
  const fetching: Promise<Table>[] = []
  for (let position = 0; position < reads.length; position++) {
    for (const read of reads.slice(position + fetching.length, position + depth + 1)) fetching.push(read())
    const next = fetching.shift()
    if (next) yield [position, await next]
  }
}

/** Number of row groups to prefetch: at least 1, within the memory limit. */
function depthOf({ rowGroups }: Source, columns: number): number {
  const largest = rowGroups.reduce((most, { rows }) => Math.max(most, rows), 1)
  const cells = largest * Math.max(1, columns)
  return Math.min(groupsAhead, Math.max(1, Math.floor(cellsAhead / cells)))
}

function start(source: Source, group: number, columns: readonly string[]): Promise<Table> {
  if (columns.length === 0) return Promise.resolve({ rows: source.rowGroups[group]?.rows ?? 0, columns: [] })
  const reading = source.read(group, columns)
  // If the scan ends early, nobody awaits this promise; its rejection is ignored.
  reading.catch(() => undefined)
  return reading
}
