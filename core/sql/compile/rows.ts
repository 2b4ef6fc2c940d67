import type { Dimension } from '../../query/dimension.ts'
import type { Query } from '../../query/query.ts'
import { condition } from '../conditions/condition.ts'
import { fixedOffset, offsetAt } from '../moments/local.ts'
import { keyOfDimension, needsClock } from '../moments/key-of-dimension.ts'
import type { Namer } from '../namer.ts'
import type { Layer, Output } from '../select.ts'
import { constant, name, type Sql } from '../sql.ts'
import type { Scope, Writing } from '../term.ts'
import type { Source } from './source.ts'

/** The rows that pass, each with what its group is told by, in layers. */
export type Rows = { readonly layers: readonly Layer[]; readonly keys: readonly Sql[]; readonly scope: Scope }

type Asked = {
  readonly query: Query
  readonly source: Source
  /** The columns that measures look at. */
  readonly columns: readonly string[]
  /** What the keys are to be called. */
  readonly names: readonly string[]
  readonly namer: Namer
  readonly writing: Writing
}

/** Do a dimension's moments have a date and hour that the database must be told? */
const isMoved = (dimension: Dimension, scope: Scope, { zone }: Writing): boolean =>
  needsClock(dimension) && scope(dimension.column).type === 'timestamp' && fixedOffset(zone) !== 0

/** One layer, or two where local time is to be known before it is cut. */
export function rowsOf({ query, source, columns, names, namer, writing }: Asked): Rows {
  const { from, scope } = source
  const where = query.filters.map((filter) => condition(filter, scope, writing))
  const moved = query.dimensions.filter((one) => isMoved(one, scope, writing)).map(({ column }) => column)
  const fixed = fixedOffset(writing.zone)
  if (moved.length === 0 || fixed !== null) {
    const keys = query.dimensions.map((dimension, at): Output => {
      const offset = isMoved(dimension, scope, writing) ? constant(fixed ?? 0) : null
      return { sql: keyOfDimension(dimension, { term: scope(dimension.column), offset }, writing), as: names[at] ?? '' }
    })
    const carried = carry(columns, scope, namer)
    const layer = { name: namer.name('picked'), select: { columns: [...keys, ...carried.outputs], from, where } }
    return { layers: [layer], keys: names.map((one) => name(one)), scope: carried.scope }
  }
  const read = carry([...new Set([...columns, ...query.dimensions.map(({ column }) => column)])], scope, namer)
  const offsets = new Map(
    [...new Set(moved)].map((column) => [
      column,
      { sql: offsetAt(scope(column).sql, writing.zone), as: namer.name(`${column} offset`) },
    ]),
  )
  const picked: Layer = {
    name: namer.name('picked'),
    select: { columns: [...read.outputs, ...offsets.values()], from, where },
  }
  const keys = query.dimensions.map((dimension, at): Output => {
    const offset = needsClock(dimension) ? offsets.get(dimension.column) : undefined
    const placed = { term: read.scope(dimension.column), offset: offset ? name(offset.as) : null }
    return { sql: keyOfDimension(dimension, placed, writing), as: names[at] ?? '' }
  })
  const cut: Layer = { name: namer.name('cut'), select: { keepsAll: true, columns: keys, from: name(picked.name) } }
  return { layers: [picked, cut], keys: names.map((one) => name(one)), scope: read.scope }
}

/** Columns taken into a layer, by names of their own. */
function carry(columns: readonly string[], scope: Scope, namer: Namer): { outputs: Output[]; scope: Scope } {
  const outputs = new Map(columns.map((column) => [column, { sql: scope(column).sql, as: namer.name(column) }]))
  return {
    outputs: [...outputs.values()],
    scope: (column) => {
      const output = outputs.get(column)
      if (!output) throw new Error(`The column ${column} was not taken along`)
      return { type: scope(column).type, sql: name(output.as) }
    },
  }
}

/** Can groups be made of the table as it is? */
export const isDirect = ({ grain, part, binWidth }: Dimension): boolean =>
  grain === undefined && part === undefined && binWidth === undefined
