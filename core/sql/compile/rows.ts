import type { Dimension } from '../../query/dimension.ts'
import type { Query } from '../../query/query.ts'
import { condition } from '../conditions/condition.ts'
import { rangeLeft } from '../conditions/moment-ranges.ts'
import { fixedOffset, offsetAt } from '../moments/local.ts'
import { keyOfDimension, needsClock } from '../moments/key-of-dimension.ts'
import type { Namer } from '../namer.ts'
import type { Layer, Output } from '../select.ts'
import { constant, name, type Sql } from '../sql.ts'
import type { MomentRange } from '../table.ts'
import type { Scope, Writing } from '../term.ts'
import type { FromClause } from './from-clause.ts'

/** The rows that pass with their group keys, in layers. */
export type Rows = { readonly layers: readonly Layer[]; readonly keys: readonly Sql[]; readonly scope: Scope }

type RowsQuery = {
  readonly query: Query
  readonly source: FromClause
  /** Columns that measures read. */
  readonly columns: readonly string[]
  /** Aliases of the keys. */
  readonly names: readonly string[]
  readonly namer: Namer
  readonly writing: Writing
}

/** Offset of a column's local time from UTC in seconds; `isFixed` if it is equal for all its moments. */
type Offset = { readonly seconds: Sql; readonly isFixed: boolean }

/** One layer; two if local time must be computed before it is truncated. */
export function rowsOf(asked: RowsQuery): Rows {
  const offsets = offsetsOf(asked)
  return [...offsets.values()].every(({ isFixed }) => isFixed)
    ? inOneLayer(asked, offsets)
    : inTwoLayers(asked, offsets)
}

/** By column, for dimensions that need local time other than UTC. */
function offsetsOf({ query, source: { scope }, writing: { zone } }: RowsQuery): ReadonlyMap<string, Offset> {
  const columns = query.dimensions.filter(needsClock).map(({ column }) => column)
  return new Map(
    columns.flatMap((column): [string, Offset][] => {
      const term = scope(column)
      if (term.type !== 'timestamp') return []
      const range = narrower(term.range, rangeLeft(column, query.filters, zone))
      const fixed = fixedOffset(zone, range)
      if (fixed === 0) return []
      const isFixed = fixed !== null
      return [[column, { isFixed, seconds: isFixed ? constant(fixed) : offsetAt({ ...term, range }, zone) }]]
    }),
  )
}

const narrower = (known: MomentRange | undefined, left: MomentRange): MomentRange => ({
  from: Math.max(known?.from ?? left.from, left.from),
  to: Math.min(known?.to ?? left.to, left.to),
})

const whereOf = ({ query, source, writing }: RowsQuery): readonly Sql[] =>
  query.filters.map((filter) => condition(filter, source.scope, writing))

/** The keys as outputs, over the columns of a scope. */
function keysOf(
  { query, names, writing }: RowsQuery,
  scope: Scope,
  offsetOf: (column: string) => Sql | null,
): Output[] {
  return query.dimensions.map((dimension, at) => {
    const offset = needsClock(dimension) ? offsetOf(dimension.column) : null
    const sql = keyOfDimension(dimension, { term: scope(dimension.column), offset }, writing)
    return { sql, as: names[at] ?? '' }
  })
}

function inOneLayer(asked: RowsQuery, offsets: ReadonlyMap<string, Offset>): Rows {
  const { query, source, columns, names, namer } = asked
  const keys = keysOf(asked, source.scope, (column) => offsets.get(column)?.seconds ?? null)
  const own = query.dimensions.flatMap((one, at) => (isDirect(one) ? [[one.column, names[at] ?? ''] as const] : []))
  const carried = carry(columns, asked, new Map(own))
  const select = { columns: [...keys, ...carried.outputs], from: source.from, where: whereOf(asked) }
  const layer = { name: namer.name('picked'), select }
  return { layers: [layer], keys: names.map((one) => name(one)), scope: carried.scope }
}

function inTwoLayers(asked: RowsQuery, offsets: ReadonlyMap<string, Offset>): Rows {
  const { query, source, columns, names, namer } = asked
  const carried = carry([...columns, ...query.dimensions.map(({ column }) => column)], asked, new Map())
  const told = new Map(
    [...offsets].map(([column, { seconds }]) => [column, { sql: seconds, as: namer.name(`${column} offset`) }]),
  )
  const picked: Layer = {
    name: namer.name('picked'),
    select: { columns: [...carried.outputs, ...told.values()], from: source.from, where: whereOf(asked) },
  }
  const keys = keysOf(asked, carried.scope, (column) => {
    const offset = told.get(column)
    return offset ? name(offset.as) : null
  })
  const cut: Layer = { name: namer.name('cut'), select: { keepsAll: true, columns: keys, from: name(picked.name) } }
  return { layers: [picked, cut], keys: names.map((one) => name(one)), scope: carried.scope }
}

/** Adds columns to a layer under unique names, unless they are present. */
function carry(
  columns: readonly string[],
  { query, source: { scope }, namer }: RowsQuery,
  there: ReadonlyMap<string, string>,
): { readonly outputs: readonly Output[]; readonly scope: Scope } {
  const taken = [...new Set(columns)].filter((column) => !there.has(column))
  const isBare = taken.length === 0 && query.dimensions.length === 0
  const outputs = new Map(taken.map((column) => [column, { sql: scope(column).sql, as: namer.name(column) }]))
  return {
    // Counting rows still needs one column.
    outputs: isBare ? [{ sql: constant(1), as: namer.name('one') }] : [...outputs.values()],
    scope: (column) => {
      const as = there.get(column) ?? outputs.get(column)?.as
      if (as === undefined) throw new Error(`The column ${column} was not taken along`)
      return { ...scope(column), sql: name(as) }
    },
  }
}

/** True if the dimension groups by a plain column. */
export const isDirect = ({ grain, part, binWidth }: Dimension): boolean =>
  grain === undefined && part === undefined && binWidth === undefined
