import { zoneOf } from '#core/query/calendar/zone.ts'
import { type Dimension, nameOfDimension } from '#core/query/dimension.ts'
import {
  type Filter,
  isUnresolved,
  type PartFilter,
  type Scalar,
  unresolved,
  type ValueFilter,
} from '#core/query/filter.ts'
import { type Measure, nameOfMeasure } from '#core/query/measure.ts'
import { periodOf } from '#core/query/period.ts'
import type { Query } from '#core/query/query.ts'
import { fieldsOfResult } from '#core/query/result-fields.ts'
import { weekDays } from '#core/semantic/vocabulary.ts'
import type { ColumnType, Field } from '#core/table/table.ts'

/** What the referee must be told besides the Query: column types. */
type Facts = { readonly fields: readonly Field[]; readonly query: Query }

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const literal = (value: Scalar): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
const typeIn = (fields: readonly Field[], name: string): ColumnType =>
  fields.find((field) => field.name === name)?.type ?? 'text'

/** A plain Query as DuckDB's SQL over table `t`, written apart from the engine. Column `row_number` holds the rows' order. */
export function queryToSql(query: Query, fields: readonly Field[]): string {
  const facts = { fields, query }
  const where = conditionOf({ op: 'and', filters: query.filters }, facts)
  const cut = `LIMIT ${query.limit} OFFSET ${query.offset}`
  if (query.columns.length > 0) {
    const columns = query.columns.map((name) => `${shown(quoted(name), typeIn(fields, name))} AS ${quoted(name)}`)
    const order = query.sort.map(({ by, direction }) => orderBy(quoted(by), direction === 'descending'))
    return `SELECT ${columns.join(', ')} FROM t WHERE ${where} ORDER BY ${[...order, 'row_number'].join(', ')} ${cut}`
  }
  const results = fieldsOfResult(query, (name) => typeIn(fields, name))
  const having = conditionOf({ op: 'and', filters: query.having }, { fields: results, query })
  const outer = results.map(({ name, type }) => `${shown(quoted(name), type)} AS ${quoted(name)}`)
  return `WITH ${stagesOf(query, facts, where).join(',\n')}
    SELECT ${outer.join(', ')} FROM (SELECT * FROM w WHERE ${having}) AS w ORDER BY ${ordersOf(query, facts).join(', ')} ${cut}`
}

/** The rows with their dimensions, their groups, what is joined to these, and their windows. */
function stagesOf(query: Query, facts: Facts, where: string): readonly string[] {
  const keys = query.dimensions.map((_, at) => `d${at}`)
  const rows = query.dimensions.map((one, at) => `${dimensionSql(one, facts)} AS d${at}`)
  const plain = query.measures.flatMap((one, at) =>
    one.aggregate === 'mode' ? [] : [`${measureSql(one, facts)} AS m${at}`],
  )
  const joined = query.measures.flatMap((one, at) => joinsOf(one, at, facts))
  const group = keys.length > 0 ? `GROUP BY ${keys.join(', ')}` : ''
  const columns = [
    ...query.dimensions.map((one, at) => `d${at} AS ${quoted(nameOfDimension(one))}`),
    ...query.measures.map((one, at) => `${windowSql(one, `m${at}`, query)} AS ${quoted(nameOfMeasure(one))}`),
  ]
  const values = query.measures.map(
    (one, at) =>
      `${one.aggregate === 'mode' ? `j${at}.v` : one.share ? `m${at} / nullif(j${at}.v, 0)` : `m${at}`} AS m${at}`,
  )
  return [
    `f AS (SELECT ${['*', ...rows].join(', ')} FROM t WHERE ${where})`,
    `g AS (SELECT ${[...keys, ...plain, 'count(*) AS n'].join(', ')} FROM f ${group})`,
    ...joined.map(({ cte }) => cte),
    `s AS (SELECT ${[...keys.map((key) => `g.${key}`), ...values].join(', ')} FROM g ${joined.map(({ on }) => on).join(' ')})`,
    `w AS (SELECT ${columns.join(', ')} FROM s)`,
  ]
}

const passing = ({ filter }: Measure, facts: Facts): string => (filter ? conditionOf(filter, facts) : 'true')

type Joined = { readonly cte: string; readonly on: string }

/** What a measure is a share of, and the most frequent value, are groups of their own. */
function joinsOf(measure: Measure, at: number, facts: Facts): Joined[] {
  const { dimensions } = facts.query
  const keys = dimensions.map((_, index) => `d${index}`)
  const on = (names: readonly string[]): string =>
    `LEFT JOIN j${at} ON ${['true', ...names.map((name) => `g.${name} IS NOT DISTINCT FROM j${at}.${name}`)].join(' AND ')}`
  if (measure.aggregate === 'mode') {
    const value = quoted(measure.column ?? '')
    const over = keys.length > 0 ? `PARTITION BY ${keys.join(', ')}` : ''
    return [
      {
        cte: `j${at} AS (SELECT ${[...keys, 'v'].join(', ')} FROM (SELECT ${[...keys, `${value} AS v`, 'count(*) AS c'].join(', ')} FROM f
          WHERE ${value} IS NOT NULL AND ${passing(measure, facts)} GROUP BY ${[...keys, value].join(', ')}) QUALIFY row_number() OVER (${over} ORDER BY c DESC, v) = 1)`,
        on: on(keys),
      },
    ]
  }
  if (!measure.share) return []
  const { share } = measure
  const names = dimensions.map(nameOfDimension)
  const within =
    typeof share === 'object' ? share.within.map((name) => `d${names.indexOf(name)}`) : share === 'group' ? keys : []
  const group = within.length > 0 ? `GROUP BY ${within.join(', ')}` : ''
  return [
    {
      cte: `j${at} AS (SELECT ${[...within, `${aggregateSql(measure, facts)} AS v`].join(', ')} FROM f ${group})`,
      on: on(within),
    },
  ]
}

/** Days of the week as they run. */
const runningSql = (sql: string, { part }: Dimension, { weekStart = 'monday' }: Query): string =>
  part === 'dayOfWeek' ? `((${sql} - ${weekDays.indexOf(weekStart) + 1} + 7) % 7)` : sql

function windowSql({ over }: Measure, sql: string, query: Query): string {
  if (!over) return sql
  if (over.window === 'rank') {
    const order = `${sql} ${over.direction === 'ascending' ? 'ASC' : 'DESC'} NULLS LAST`
    return `CASE WHEN ${sql} IS NOT NULL THEN rank() OVER (ORDER BY ${order}) END`
  }
  const cut = query.dimensions.findIndex(
    ({ grain, part, bins, binWidth }) => (grain ?? part ?? bins ?? binWidth) !== undefined,
  )
  const along = Math.max(0, cut)
  const others = query.dimensions.flatMap((_, at) => (at === along ? [] : [`d${at}`]))
  const dimension = query.dimensions[along]
  const order = dimension ? `ORDER BY ${runningSql(`d${along}`, dimension, query)} ASC NULLS LAST` : ''
  const partition = others.length > 0 ? `PARTITION BY ${others.join(', ')}` : ''
  const rows = over.window === 'runningTotal' ? 'UNBOUNDED' : String(over.groups - 1)
  const aggregate = over.window === 'runningTotal' ? 'sum' : 'avg'
  return `${aggregate}(${sql}) OVER (${partition} ${order} ROWS BETWEEN ${rows} PRECEDING AND CURRENT ROW)`
}

function ordersOf(query: Query, facts: Facts): string[] {
  const ties = query.dimensions.map((one) => orderBy(quoted(nameOfDimension(one)), false))
  return [...askedOrder(query, facts), ...ties, '1']
}

function askedOrder(query: Query, facts: Facts): string[] {
  if (query.sort.length > 0)
    return query.sort.map(({ by, direction }) => orderBy(quoted(by), direction === 'descending'))
  const running = query.dimensions.filter(
    ({ column, part, binWidth }) =>
      (part ?? binWidth) !== undefined || ['date', 'timestamp'].includes(typeIn(facts.fields, column)),
  )
  if (running.length > 0)
    return running.map((one) => orderBy(runningSql(quoted(nameOfDimension(one)), one, query), false))
  const [measure] = query.measures
  return measure ? [orderBy(quoted(nameOfMeasure(measure)), true)] : []
}

const orderBy = (sql: string, descending: boolean): string => `${sql} ${descending ? 'DESC' : 'ASC'} NULLS LAST`

function shown(sql: string, type: ColumnType): string {
  if (type === 'timestamp') return `replace(strftime(${sql}, '%Y-%m-%dT%H:%M:%S.%gZ'), '.000Z', 'Z')`
  if (type === 'date') return `strftime(${sql}, '%Y-%m-%d')`
  return type === 'integer' || type === 'decimal' || type === 'duration' ? `(${sql})::DOUBLE` : sql
}

const parts = {
  hourOfDay: (local: string) => `hour(${local})`,
  dayOfWeek: (local: string) => `isodow(${local})`,
  dayOfMonth: (local: string) => `day(${local})`,
  dayOfYear: (local: string) => `dayofyear(${local})`,
  weekOfYear: (local: string, { weekStart = 'monday' }: Query) => {
    const first = weekDays.indexOf(weekStart)
    return `((dayofyear(date_trunc('week', ${local} - INTERVAL ${first} DAY) + INTERVAL ${first + 3} DAY) - 1) // 7 + 1)`
  },
  monthOfYear: (local: string) => `month(${local})`,
  quarterOfYear: (local: string, { fiscalYearStart = 1 }: Query) =>
    `quarter(date_trunc('month', ${local}) - INTERVAL ${fiscalYearStart - 1} MONTH)`,
}

function dimensionSql({ column, grain, part, binWidth }: Dimension, facts: Facts): string {
  const { query, fields } = facts
  const name = quoted(column)
  if (binWidth !== undefined) return `floor(${name} / ${binWidth}) * ${binWidth}`
  const { timeZone = 'UTC' } = query
  const isZoned = typeIn(fields, column) === 'timestamp' && timeZone !== 'UTC'
  const local = isZoned ? `timezone('${timeZone}', timezone('UTC', ${name}))` : name
  if (part) return parts[part](local, query)
  if (!grain) return name
  if (grain === 'hour') return `(${name} - (${local} - date_trunc('hour', ${local})))`
  return truncated(grain, local, query)
}

function truncated(grain: string, local: string, { weekStart = 'monday', fiscalYearStart = 1 }: Query): string {
  const first = weekDays.indexOf(weekStart)
  if (grain === 'week') return `(date_trunc('week', ${local} - INTERVAL ${first} DAY) + INTERVAL ${first} DAY)`
  if (grain !== 'quarter' && grain !== 'year') return `date_trunc('${grain}', ${local})`
  const months = fiscalYearStart - 1
  return `(date_trunc('${grain}', date_trunc('month', ${local}) - INTERVAL ${months} MONTH) + INTERVAL ${months} MONTH)`
}

const measureSql = (measure: Measure, facts: Facts): string =>
  `${aggregateSql(measure, facts)} FILTER (WHERE ${passing(measure, facts)})${measure.aggregate === 'first' || measure.aggregate === 'last' ? '.v' : ''}`

type Written = { readonly name: string; readonly number: string; readonly measure: Measure }

const aggregateSqls: Record<Exclude<Measure['aggregate'], 'formula' | 'mode'>, (written: Written) => string> = {
  count: ({ name }) => `count(${name})`,
  distinct: ({ name }) => `count(DISTINCT ${name})`,
  sum: ({ number }) => `fsum(${number})`,
  mean: ({ number }) => `favg(${number})`,
  median: ({ name }) => `median(${name})`,
  min: ({ name }) => `min(${name})`,
  max: ({ name }) => `max(${name})`,
  quantile: ({ name, measure }) => `quantile_cont(${name}::DOUBLE, ${measure.quantile ?? 0.5})`,
  sd: ({ name }) => `stddev_samp(${name})`,
  variance: ({ name }) => `var_samp(${name})`,
  first: ({ name, measure }) => earliestSql(name, measure, ''),
  last: ({ name, measure }) => earliestSql(name, measure, '-'),
}

/** The smallest pair of a moment and a value. */
function earliestSql(name: string, { by = '' }: Measure, sign: string): string {
  const moment = `${sign}epoch_us(${quoted(by)}::TIMESTAMP)`
  return `min(CASE WHEN ${name} IS NOT NULL AND ${quoted(by)} IS NOT NULL THEN {'b': ${moment}, 'v': ${name}} END)`
}

function aggregateSql(measure: Measure, { fields }: Facts): string {
  const { aggregate, column } = measure
  if (aggregate === 'formula' || aggregate === 'mode')
    throw new Error(`No aggregate of the referee's is a ${aggregate}`)
  if (column === undefined) return 'count(*)'
  const name = quoted(column)
  const number = typeIn(fields, column) === 'boolean' ? `${name}::INT` : name
  return aggregateSqls[aggregate]({ name, number, measure })
}

/** True or false, never unknown. */
function conditionOf(filter: Filter, facts: Facts): string {
  if ('filters' in filter) {
    const parts = filter.filters.map((part) => conditionOf(part, facts))
    return parts.length === 0 ? String(filter.op === 'and') : `(${parts.join(filter.op === 'and' ? ' AND ' : ' OR ')})`
  }
  if ('filter' in filter) return `(NOT ${conditionOf(filter.filter, facts)})`
  const leaf = filter.op === 'part' ? partOf(filter, facts) : leafOf(filter, facts)
  return `coalesce(${leaf}, false)`
}

const searches = { contains: 'contains', startsWith: 'starts_with', endsWith: 'ends_with' }

function partOf({ column, part, values }: PartFilter, facts: Facts): string {
  const own = dimensionSql({ column, part }, facts)
  return ['false', ...values.map((value) => `${own} = ${value}`)].join(' OR ')
}

function leafOf(filter: ValueFilter, { fields, query }: Facts): string {
  const name = quoted(filter.column)
  const bounds = (value: Scalar): Bounds => boundsOf(value, typeIn(fields, filter.column), query)
  const within = (from: Bounds, to: Bounds): string =>
    `(${name} >= ${from.start} AND ${name} ${to.isOpen ? '<' : '<='} ${to.end})`
  if (isUnresolved(filter)) throw unresolved(filter)
  if ('text' in filter) return `${searches[filter.op]}(lower(${name}), lower(${literal(filter.text)}))`
  switch (filter.op) {
    case 'isNull':
      return `${name} IS NULL`
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

/** A moment's text names a period; anything else only itself. In a zone, the calendar says which: it has a referee too. */
function boundsOf(value: Scalar, type: ColumnType, { timeZone }: Query): Bounds {
  if (type !== 'date' && type !== 'timestamp') return { start: literal(value), end: literal(value), isOpen: false }
  const text = String(value)
  if (type === 'timestamp' && timeZone !== 'UTC') {
    const { start, end } = periodOf(text, zoneOf(timeZone)) ?? { start: 0, end: 0 }
    return { start: `make_timestamp(${start * 1000})`, end: `make_timestamp(${end * 1000})`, isOpen: true }
  }
  const unit = { 4: 'YEAR', 7: 'MONTH', 10: 'DAY' }[text.length]
  const start = `TIMESTAMP '${`${text}-01-01`.slice(0, Math.max(10, text.length)).replace('T', ' ').replace('Z', '')}'`
  return unit ? { start, end: `(${start} + INTERVAL 1 ${unit})`, isOpen: true } : { start, end: start, isOpen: false }
}
