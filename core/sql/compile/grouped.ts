import { type Dimension, nameOfDimension } from '../../query/dimension.ts'
import type { Measure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import { fieldsOfResult } from '../../query/result-fields.ts'
import type { Field } from '../../table/table.ts'
import { Places } from '../aggregates/aggregation.ts'
import { condition } from '../conditions/condition.ts'
import { Namer } from '../namer.ts'
import { isNamed, type Layer, type Output, type Select, writeStatement } from '../select.ts'
import { name, type Sql } from '../sql.ts'
import { ordered, type Scope, type Term, type Writing } from '../term.ts'
import { columnsOfMeasure, type WrittenMeasure, writeMeasure } from './measures.ts'
import { isPlainOrder, ordersOf, running, writeOrder } from './orders.ts'
import { isDirect, type Rows, rowsOf } from './rows.ts'
import type { FromClause } from './from-clause.ts'
import { type Line, windowOf } from './windows.ts'

type GroupedQuery = {
  readonly query: Query
  readonly source: FromClause
  readonly fields: readonly Field[]
  readonly writing: Writing
}

/** The final name of a result column, and its name in earlier layers. */
type Named = { readonly field: Field; readonly final: string; readonly inner: string }

type Reading = Pick<GroupedQuery, 'query' | 'source' | 'writing'>

/** A Query that groups, in layers: rows, groups, windows over groups, result. */
export function compileGrouped(reading: Reading): Sql {
  const asked = askedOf(reading)
  return finish(writtenOf(asked), asked)
}

const askedOf = ({ query, source, writing }: Reading): GroupedQuery => ({
  query,
  source,
  writing,
  fields: fieldsOfResult(query, (column) => source.scope(column).type),
})

function writtenOf(asked: GroupedQuery): Written {
  const written = (canBeDirect(asked) ? groupsOf(asked, true) : null) ?? groupsOf(asked, false)
  if (!written) throw new Error('Rows in layers can always be grouped')
  return written
}

/** The groups of a Query as a source that another Query reads; in no order, and all of them. */
export function groupsClause(reading: Reading): FromClause {
  const asked = askedOf(reading)
  const { query, writing, source } = asked
  const written = writtenOf(asked)
  const { named, namer } = written
  const result = resultsOf(named)
  const groups = groupLayers(written, { query, result, writing })
  const kept: Layer = {
    name: namer.name('kept'),
    select: {
      columns: named.map(({ inner }) => ({ sql: name(inner), as: inner })),
      from: name(groups.at(-1)?.name ?? ''),
      where: query.having.map((filter) => condition(filter, result, writing)),
    },
  }
  return {
    layers: [...source.layers, ...groups, kept],
    from: name(kept.name),
    scope: result,
    taken: named.map(({ inner }) => inner),
    order: null,
  }
}

/** True if every key is a plain column and no result name equals another column. */
function canBeDirect({ query, fields, source: { scope, taken } }: GroupedQuery): boolean {
  const { dimensions, measures, joins, calculations } = query
  if (joins.length + calculations.length > 0 || !dimensions.every(isDirect)) return false
  const columns = [...dimensions.map(({ column }) => column), ...measures.flatMap(columnsOfMeasure)]
  if (!columns.every((column) => taken.some((own) => isNamed(scope(column).sql, own)))) return false
  const lower = new Set(taken.map((own) => own.toLowerCase()))
  const isItself = (result: string, at: number): boolean =>
    dimensions[at] !== undefined && isNamed(scope(dimensions[at].column).sql, result)
  return fields.every(({ name: result }, at) => !lower.has(result.toLowerCase()) || isItself(result, at))
}

/** Result names take precedence, because people read them. */
function namesOf({ fields, writing }: GroupedQuery, namer: Namer): Named[] {
  const isShown = !isNamed(writing.dialect.text.show(name('x')), 'x')
  return fields
    .map((field) => ({ field, final: namer.name(field.name) }))
    .map(({ field, final }) => ({
      field,
      final,
      inner: isShown && field.type === 'text' ? namer.name(`${final} as read`) : final,
    }))
}

type Written = {
  readonly named: readonly Named[]
  readonly namer: Namer
  readonly layers: readonly Layer[]
  /** The groups with their aggregates. */
  readonly grouped: Select
  readonly measures: readonly MeasureInLayers[]
}

/** `own` is the result column; `as` names its value before a window applies. */
type MeasureInLayers = {
  readonly measure: Measure
  readonly own: string
  readonly as: string
  readonly written: WrittenMeasure
}

/** Null if rows need row numbers first but the table was to be grouped directly. */
function groupsOf(asked: GroupedQuery, direct: boolean): Written | null {
  const { query, source, writing } = asked
  const namer = new Namer(writing.dialect)
  namer.reserve(source.layers.map((layer) => layer.name))
  const named = namesOf(asked, namer)
  const inner = named.map((one) => one.inner)
  if (direct) namer.reserve(source.taken)
  const rows = direct ? tableItself(asked) : rowsUnder(asked, inner.slice(0, query.dimensions.length), namer)
  const { keys, scope } = rows
  const places = new Places(namer)
  const keyOf = (result: string): Sql => name(named.find(({ field }) => field.name === result)?.inner ?? result)
  const measures = query.measures.map((measure, at): MeasureInLayers => {
    const own = inner[query.dimensions.length + at] ?? ''
    const as = measure.over ? namer.name(`${own} alone`) : own
    const written = writeMeasure(measure, as, { keys, keyOf, scope, places, namer, writing })
    return { measure, own, as, written }
  })
  if (direct && !places.isEmpty()) return null
  const layers = [...rows.layers, ...placeLayers(places, rows, namer, writing)]
  const last = layers.at(-1)
  const columns = [
    ...keys.map((key, at): Output => ({ sql: key, as: inner[at] ?? '' })),
    ...measures.flatMap(({ written }) => written.grouped),
  ]
  const where = last ? [] : query.filters.map((filter) => condition(filter, scope, writing))
  return {
    named,
    namer,
    layers,
    measures,
    grouped: { columns, from: last ? name(last.name) : source.from, where, groupBy: keys },
  }
}

const tableItself = ({ query, source: { scope } }: GroupedQuery): Rows => ({
  layers: [],
  keys: query.dimensions.map(({ column }) => scope(column).sql),
  scope,
})

const rowsUnder = ({ query, source, writing }: GroupedQuery, names: readonly string[], namer: Namer): Rows =>
  rowsOf({ query, source, columns: [...new Set(query.measures.flatMap(columnsOfMeasure))], names, namer, writing })

/** One layer per level of window columns, because each level refers to the previous one. */
function placeLayers({ levels: [values, ...windows] }: Places, rows: Rows, namer: Namer, writing: Writing): Layer[] {
  const named: readonly (readonly [string, readonly Output[]])[] = [
    ['counted', values],
    ...windows.flatMap((level) => apart(level, writing)).map((level) => ['placed', level] as const),
  ]
  return stacked(named, rows.layers.at(-1)?.name ?? '', namer)
}

/** Windows that may share one SELECT. */
const apart = (windows: readonly Output[], { dialect }: Writing): readonly (readonly Output[])[] =>
  dialect.mixesWindows ? [windows] : windows.map((one) => [one])

/** Layers that keep all columns and add some. */
function stacked(named: readonly (readonly [string, readonly Output[]])[], below: string, namer: Namer): Layer[] {
  const layers: Layer[] = []
  for (const [wanted, columns] of named) {
    if (columns.length === 0) continue
    const from = name(layers.at(-1)?.name ?? below)
    layers.push({ name: namer.name(wanted), select: { keepsAll: true, columns, from } })
  }
  return layers
}

/** Shares, windows, `having`, order and page: beside GROUP BY where possible, else in layers above. */
function finish(written: Written, { query, writing, source }: GroupedQuery): Sql {
  const { named, layers, grouped, measures } = written
  const { dialect } = writing
  const result = resultsOf(named)
  const orders = ordersOf(query, result, writing)
  const page = {
    orderBy: orders.map((order) => writeOrder(order, writing)),
    limit: dialect.limit(query.limit, query.offset),
  }
  const isShown = named.some(({ final, inner }) => final !== inner)
  const isAbove = measures.some(({ measure, written: { share } }) => measure.over !== undefined || share !== null)
  const needsLayers = isAbove || query.having.length > 0 || isShown
  if (!needsLayers && orders.every((order) => isPlainOrder(order, writing)))
    return writeStatement([...source.layers, ...layers], { ...grouped, ...page })
  const all = [...source.layers, ...groupLayers(written, { query, result, writing })]
  return writeStatement(all, {
    columns: named.map(({ field, final, inner }) => ({
      sql: field.type === 'text' ? dialect.text.show(name(inner)) : name(inner),
      as: final,
    })),
    from: name(all.at(-1)?.name ?? ''),
    where: query.having.map((filter) => condition(filter, result, writing)),
    ...page,
  })
}

/** The groups by their result names, before they are shown. */
const resultsOf =
  (named: readonly Named[]): Scope =>
  (wanted) => {
    const found = named.find(({ field }) => field.name === wanted)
    return { type: found?.field.type ?? 'text', sql: name(found?.inner ?? wanted) }
  }

/** The groups, then their shares and windows, in layers. */
function groupLayers({ namer, layers, grouped, measures }: Written, asked: Result): readonly Layer[] {
  const shares = measures.flatMap(({ written, as }): Output[] => (written.share ? [{ sql: written.share, as }] : []))
  const groups: Layer = { name: namer.name('grouped'), select: grouped }
  const above = [
    ...apart(shares, asked.writing).map((columns) => ['shared', columns] as const),
    ...apart(windowsOf(asked, measures), asked.writing).map((columns) => ['along', columns] as const),
  ]
  return [...layers, groups, ...stacked(above, groups.name, namer)]
}

type Result = { readonly query: Query; readonly result: (name: string) => Term; readonly writing: Writing }

function windowsOf({ query, result, writing }: Result, measures: Written['measures']): Output[] {
  const line = lineOf({ query, result, writing })
  return measures.flatMap(({ measure, as, own }): Output[] => {
    if (!measure.over) return []
    const type = measure.share ? 'decimal' : 'integer'
    const within = measure.over.window === 'rank' ? (measure.over.within ?? []) : []
    const ranked = within.map((one) => result(one).sql)
    return [{ sql: windowOf({ sql: name(as), type }, measure.over, { ...line, ranked }, writing), as: own }]
  })
}

/** Windows run along the first dimension that runs, else the first. */
function lineOf({ query: { dimensions }, result, writing }: Result): Pick<Line, 'partition' | 'along'> {
  const runs = ({ grain, part, binWidth }: Dimension): boolean =>
    grain !== undefined || part !== undefined || binWidth !== undefined
  const along = dimensions.find(runs) ?? dimensions[0]
  if (!along) return { partition: [], along: null }
  const own = (dimension: Dimension): Term => result(nameOfDimension(dimension))
  return {
    partition: dimensions.filter((one) => one !== along).map((one) => own(one).sql),
    along: ordered(running(own(along), along, writing), false, writing.dialect),
  }
}
