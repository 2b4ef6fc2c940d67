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
  /** What to hand on; the filters' own columns are read besides, and dropped. */
  readonly columns: readonly string[]
  readonly signal: AbortSignal | undefined
  /** By which others have their turn between row groups and comparisons. */
  readonly budget?: Budget
  /** By which the filters' moments are told; that of UTC where it is left out. */
  readonly clock?: Clock
  /** True where the caller may stop before the end, so that little should be fetched in vain. */
  readonly mayEndEarly?: boolean
}

/** Rows of one row group that pass the filters. `rows` are their positions in it; null means all. */
export type Passing = { readonly group: number; readonly rows: Int32Array | null; readonly table: Table }

/** Thrown when a signal has asked to stop; caught where a Query begins. */
export class Cancelled extends Error {}

/** About the work of comparing a value, and of taking in a column's. */
const [stepsOfComparison, stepsOfColumn] = [0.5, 0.2]

/** Cells that may be on their way at once: 16 megabytes of numbers. */
const cellsAhead = 2_000_000
/** Ranges a Worker may fetch at once. */
const groupsAhead = 6

/** Row groups one after another, those that cannot match left unread, only with the columns needed. */
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

/** While one table is worked on the next are already being fetched, for a far store answers late but many at once. */
async function* inOrder(reads: readonly (() => Promise<Table>)[], depth: number): AsyncGenerator<[number, Table]> {
  const fetching: Promise<Table>[] = []
  for (let position = 0; position < reads.length; position++) {
    for (const read of reads.slice(position + fetching.length, position + depth + 1)) fetching.push(read())
    const next = fetching.shift()
    if (next) yield [position, await next]
  }
}

/** How many row groups to fetch ahead: at least one, and no more than memory has room for. */
function depthOf({ rowGroups }: Source, columns: number): number {
  const largest = rowGroups.reduce((most, { rows }) => Math.max(most, rows), 1)
  const cells = largest * Math.max(1, columns)
  return Math.min(groupsAhead, Math.max(1, Math.floor(cellsAhead / cells)))
}

function start(source: Source, group: number, columns: readonly string[]): Promise<Table> {
  if (columns.length === 0) return Promise.resolve({ rows: source.rowGroups[group]?.rows ?? 0, columns: [] })
  const reading = source.read(group, columns)
  // A scan that ends early leaves this promise behind; its failure then concerns nobody.
  reading.catch(() => undefined)
  return reading
}
