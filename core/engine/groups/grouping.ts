import type { Steps } from '../../budget.ts'
import { columnsOfMeasure } from '../../query/columns-of-query.ts'
import { nameOfDimension } from '../../query/dimension.ts'
import type { Query } from '../../query/query.ts'
import type { Column, ColumnType, Table } from '../../table/table.ts'
import { GroupIndex } from './group-index.ts'
import type { Key } from '../keys/key.ts'
import { keyOfColumn, keyOfDimension } from '../keys/key-of.ts'
import { type MeasureRunner, measureRunner } from './measure-runner.ts'
import { takeTable } from '../take-rows.ts'

/** Running state of a plain Query's groups. */
export type Grouping = {
  /** Columns it reads. */
  readonly columns: readonly string[]
  /** Number of groups so far. */
  readonly size: () => number
  /** Yields after each measure. */
  readonly add: (rows: Table) => Steps<void>
  /** Partial state, for another grouping to merge: dimension values, then the state of each measure. */
  readonly exportState: () => Table
  /** Dimension values and measures of all groups, in order of first occurrence. */
  readonly finish: () => Table
}

/** Index and measures of a grouping. */
type Place = { readonly index: GroupIndex; readonly runners: readonly MeasureRunner[] }

export function createGrouping(query: Query, typeOf: (name: string) => ColumnType): Grouping {
  const cut = query.dimensions.map(({ column }) => column)
  const place = placeOf(
    query,
    typeOf,
    query.dimensions.map((one) => keyOfDimension(one, typeOf(one.column), query)),
  )
  const { index, runners } = place
  return {
    columns: [...new Set([...cut, ...query.measures.flatMap(columnsOfMeasure)])],
    size: () => index.size,
    *add(rows) {
      const groups = index.groupsOf(takeTable(rows, cut, null).columns, rows.rows)
      for (const runner of runners) yield* runner.add(rows, groups, index.size)
    },
    exportState: () => tableOf(query, place, ({ partialState }) => partialState?.exportState(index.size) ?? []),
    finish: () => finished(query, place),
  }
}

/** Merges the partial states of other groupings of the same Query. */
export type GroupingOfParts = Pick<Grouping, 'size' | 'finish'> & { readonly add: (known: Table) => void }

/** Null if a measure cannot be merged. */
export function createGroupingOfParts(query: Query, typeOf: (name: string) => ColumnType): GroupingOfParts | null {
  const many = query.dimensions.length
  const empty = placeOf(query, typeOf, [])
  if (empty.runners.some(({ partialState }) => partialState === null)) return null
  let place: Place | null = many === 0 ? empty : null
  const keysFor = ({ columns }: Table): readonly Key[] => columns.slice(0, many).map(({ type }) => keyOfColumn(type))
  return {
    size: () => place?.index.size ?? 0,
    add: (known) => {
      place ??= placeOf(query, typeOf, keysFor(known))
      mergePart(place, known, many)
    },
    finish: () => finished(query, place ?? empty),
  }
}

/** Merges a table of partial state: `dimensions` columns of values, then the columns of each measure. */
function mergePart({ index, runners }: Place, known: Table, dimensions: number): void {
  const groups = index.groupsOf(known.columns.slice(0, dimensions), known.rows)
  let next = dimensions
  for (const { partialState } of runners) {
    const width = partialState?.exportState(0).length ?? 0
    partialState?.mergeState(known.columns.slice(next, next + width), groups, index.size)
    next += width
  }
}

function placeOf(query: Query, typeOf: (name: string) => ColumnType, keys: readonly Key[]): Place {
  const index = new GroupIndex(keys)
  return { index, runners: query.measures.map((measure) => measureRunner(measure, { query, typeOf, index })) }
}

const finished = (query: Query, place: Place): Table =>
  tableOf(query, place, (runner) => [runner.finish(place.index.size)])

function tableOf(
  { dimensions }: Query,
  { index, runners }: Place,
  columnsOf: (runner: MeasureRunner) => readonly Column[],
): Table {
  const named = index.values(dimensions.map(nameOfDimension))
  return { rows: index.size, columns: [...named.columns, ...runners.flatMap(columnsOf)] }
}
