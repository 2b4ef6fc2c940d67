import { fail } from '../errors.ts'
import { type Dimension, nameOfDimension } from '../query/dimension.ts'
import type { Query } from '../query/query.ts'
import { isMoment } from '../query/type-rules.ts'
import { ok, type Result } from '../result.ts'
import type { Source } from '../table/source.ts'
import { type ColumnType, findColumn, type Table } from '../table/table.ts'
import { binWidthOf } from './bin-width.ts'
import { GroupIndex } from './group-index.ts'
import { keyOfDimension } from './keys/key-of.ts'
import { columnsOfMeasure, measureRunner } from './measure-runner.ts'
import { type Order, orderedRows } from './order-rows.ts'
import { scan } from './scan.ts'
import { takeTable } from './take-rows.ts'

/** More groups than this would not fit in the memory of an edge worker. */
const mostGroups = 1_000_000

/** A Query that groups: one pass over the row groups, then sort and cut. */
export async function runGrouped(query: Query, source: Source, signal?: AbortSignal): Promise<Result<Table>> {
  const { dimensions, measures, filters } = query
  const typeOf = (name: string): ColumnType => source.fields.find((field) => field.name === name)?.type ?? 'text'
  const widths = await Promise.all(dimensions.map((dimension) => binWidthOf(dimension, { query, source, signal })))
  const index = new GroupIndex(dimensions.map((one, at) => keyOfDimension(one, typeOf(one.column), widths[at] ?? null)))
  const runners = measures.map((measure) =>
    measureRunner(measure, measure.column === undefined ? null : typeOf(measure.column), dimensions.length > 0),
  )
  const columns = [...new Set([...dimensions.map(({ column }) => column), ...measures.flatMap(columnsOfMeasure)])]
  for await (const { table } of scan({ source, filters, columns, signal })) {
    const keyed = takeTable(
      table,
      dimensions.map(({ column }) => column),
      null,
    )
    const groups = index.groupsOf(keyed.columns, table.rows)
    if (index.size > mostGroups) return fail('query/too-large', { what: 'groups', limit: mostGroups })
    for (const runner of runners) runner.add(table, groups, index.size)
  }
  const named = index.values(dimensions.map(nameOfDimension))
  const result = {
    rows: index.size,
    columns: [...named.columns, ...runners.map((runner) => runner.finish(index.size))],
  }
  return ok(cut(result, query, typeOf))
}

function cut(table: Table, query: Query, typeOf: (name: string) => ColumnType): Table {
  const end = query.offset + query.limit
  const rows = orderedRows(table.rows, ordersOf(table, query, typeOf), end).subarray(query.offset)
  return takeTable(
    table,
    table.columns.map(({ name }) => name),
    rows,
  )
}

function ordersOf(table: Table, query: Query, typeOf: (name: string) => ColumnType): Order[] {
  const by = (name: string, descending: boolean): Order[] => {
    const column = findColumn(table, name)
    return column ? [{ column, descending }] : []
  }
  if (query.sort.length > 0) return query.sort.flatMap((sort) => by(sort.by, sort.direction === 'descending'))
  const runs = ({ column, bins }: Dimension): boolean => bins !== undefined || isMoment(typeOf(column))
  const running = query.dimensions.filter(runs)
  if (running.length > 0) return running.flatMap((dimension) => by(nameOfDimension(dimension), false))
  return by(table.columns[query.dimensions.length]?.name ?? '', true)
}
