import { type Dimension, nameOfDimension } from '#core/query/dimension.ts'
import type { Filter, LeafFilter, Scalar } from '#core/query/filter.ts'
import { type Measure, nameOfMeasure } from '#core/query/measure.ts'
import type { Query } from '#core/query/query.ts'
import type { ColumnType, Field } from '#core/table/table.ts'

/** What the referee must be told besides the Query: column types, and the width of each dimension's bins. */
export type Facts = { readonly fields: readonly Field[]; readonly binWidths: readonly (number | null)[] }

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const literal = (value: Scalar): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
const typeIn = ({ fields }: Facts, name: string): ColumnType =>
  fields.find((field) => field.name === name)?.type ?? 'text'

/** The Query as DuckDB's SQL over table `t`, written apart from the engine. Column `row_number` holds the rows' order. */
export function queryToSql(query: Query, facts: Facts): string {
  const where = conditionOf({ op: 'and', filters: query.filters }, facts)
  const cut = `LIMIT ${query.limit} OFFSET ${query.offset}`
  if (query.columns.length > 0) {
    const columns = query.columns.map((name) => `${shown(quoted(name), typeIn(facts, name))} AS ${quoted(name)}`)
    const order = query.sort.map(({ by, direction }) => orderBy(quoted(by), direction === 'descending'))
    return `SELECT ${columns.join(', ')} FROM t WHERE ${where} ORDER BY ${[...order, 'row_number'].join(', ')} ${cut}`
  }
  const dimensions = query.dimensions.map((one, at) => ({
    name: nameOfDimension(one),
    sql: dimensionSql(one, facts, at),
  }))
  const measures = query.measures.map((one) => ({ name: nameOfMeasure(one), sql: measureSql(one, where, facts) }))
  const inner = [...dimensions, ...measures].map(({ name, sql }) => `${sql} AS ${quoted(name)}`)
  const groups = dimensions.length > 0 ? `GROUP BY ${dimensions.map((_, at) => at + 1).join(', ')}` : ''
  const outer = [
    ...query.dimensions.map((one) => shown(quoted(nameOfDimension(one)), dimensionType(one, facts))),
    ...query.measures.map((one) => shown(quoted(nameOfMeasure(one)), measureType(one, facts))),
  ].map(
    (sql, at) => `${sql} AS ${quoted(inner[at] === undefined ? '' : ([...dimensions, ...measures][at]?.name ?? ''))}`,
  )
  return `SELECT ${outer.join(', ')} FROM (SELECT ${[...inner, 'min(row_number) AS first_row'].join(', ')} FROM t WHERE ${where} ${groups})
    ORDER BY ${[...defaultOrder(query, facts), 'first_row'].join(', ')} ${cut}`
}

function defaultOrder(query: Query, facts: Facts): string[] {
  if (query.sort.length > 0)
    return query.sort.map(({ by, direction }) => orderBy(quoted(by), direction === 'descending'))
  const running = query.dimensions.filter(
    ({ column, bins }) => bins !== undefined || ['date', 'timestamp'].includes(typeIn(facts, column)),
  )
  if (running.length > 0) return running.map((one) => orderBy(quoted(nameOfDimension(one)), false))
  const [measure] = query.measures
  return measure ? [orderBy(quoted(nameOfMeasure(measure)), true)] : []
}

const orderBy = (sql: string, descending: boolean): string => `${sql} ${descending ? 'DESC' : 'ASC'} NULLS LAST`

function shown(sql: string, type: ColumnType): string {
  if (type === 'timestamp') return `strftime(${sql}, '%Y-%m-%dT%H:%M:%SZ')`
  if (type === 'date') return `strftime(${sql}, '%Y-%m-%d')`
  return type === 'integer' || type === 'decimal' || type === 'duration' ? `(${sql})::DOUBLE` : sql
}

function dimensionSql({ column, grain }: Dimension, facts: Facts, at: number): string {
  const width = facts.binWidths[at] ?? null
  if (width !== null) return `floor(${quoted(column)} / ${width}) * ${width}`
  return grain ? `date_trunc('${grain}', ${quoted(column)})` : quoted(column)
}

const dimensionType = ({ column, grain }: Dimension, facts: Facts): ColumnType =>
  grain ? (grain === 'hour' ? 'timestamp' : 'date') : typeIn(facts, column)

function measureType({ aggregate, column }: Measure, facts: Facts): ColumnType {
  return column !== undefined && (aggregate === 'min' || aggregate === 'max') ? typeIn(facts, column) : 'decimal'
}

function measureSql(measure: Measure, where: string, facts: Facts): string {
  const { filter, share } = measure
  const whole = aggregateSql(measure, facts)
  const sql = `${whole} FILTER (WHERE ${filter ? conditionOf(filter, facts) : 'true'})`
  if (!share) return sql
  return `${sql} / nullif(${share === 'group' ? whole : `(SELECT ${whole} FROM t WHERE ${where})`}, 0)`
}

function aggregateSql({ aggregate, column }: Measure, facts: Facts): string {
  if (column === undefined) return 'count(*)'
  const name = quoted(column)
  const number = typeIn(facts, column) === 'boolean' ? `${name}::INT` : name
  switch (aggregate) {
    default:
      throw new Error(`The referee does not compute a ${aggregate}`)
    case 'count':
      return `count(${name})`
    case 'distinct':
      return `count(DISTINCT ${name})`
    case 'sum':
      return `fsum(${number})`
    case 'mean':
      return `favg(${number})`
    case 'median':
    case 'min':
    case 'max':
      return `${aggregate}(${name})`
  }
}

/** True or false, never unknown. */
function conditionOf(filter: Filter, facts: Facts): string {
  if ('filters' in filter) {
    const parts = filter.filters.map((part) => conditionOf(part, facts))
    return parts.length === 0 ? String(filter.op === 'and') : `(${parts.join(filter.op === 'and' ? ' AND ' : ' OR ')})`
  }
  if ('filter' in filter) return `(NOT ${conditionOf(filter.filter, facts)})`
  return `coalesce(${leafOf(filter, facts)}, false)`
}

const searches = { contains: 'contains', startsWith: 'starts_with', endsWith: 'ends_with' }

function leafOf(filter: LeafFilter, facts: Facts): string {
  const name = quoted(filter.column)
  const bounds = (value: Scalar): Bounds => boundsOf(value, typeIn(facts, filter.column))
  const within = (from: Bounds, to: Bounds): string =>
    `(${name} >= ${from.start} AND ${name} ${to.isOpen ? '<' : '<='} ${to.end})`
  if ('text' in filter) return `${searches[filter.op]}(lower(${name}), lower(${literal(filter.text)}))`
  switch (filter.op) {
    case 'isNull':
      return `${name} IS NULL`
    case 'relative':
      throw new Error('The referee knows no now')
    case 'in':
      return ['false', ...filter.values.map((value) => within(bounds(value), bounds(value)))].join(' OR ')
    case 'between':
      return within(bounds(filter.from), bounds(filter.to))
    case 'less':
      return `${name} < ${bounds(filter.value).start}`
    case 'greaterOrEqual':
      return `${name} >= ${bounds(filter.value).start}`
    case 'lessOrEqual':
      return `${name} ${bounds(filter.value).isOpen ? '<' : '<='} ${bounds(filter.value).end}`
    case 'greater':
      return `${name} ${bounds(filter.value).isOpen ? '>=' : '>'} ${bounds(filter.value).end}`
  }
}

type Bounds = { readonly start: string; readonly end: string; readonly isOpen: boolean }

/** A moment's text names a period; anything else only itself. */
function boundsOf(value: Scalar, type: ColumnType): Bounds {
  if (type !== 'date' && type !== 'timestamp') return { start: literal(value), end: literal(value), isOpen: false }
  const text = String(value)
  const unit = { 4: 'YEAR', 7: 'MONTH', 10: 'DAY' }[text.length]
  const start = `TIMESTAMP '${`${text}-01-01`.slice(0, Math.max(10, text.length)).replace('T', ' ').replace('Z', '')}'`
  return unit ? { start, end: `(${start} + INTERVAL 1 ${unit})`, isOpen: true } : { start, end: start, isOpen: false }
}
