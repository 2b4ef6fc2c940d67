import { query, type Query } from '#core/query/query.ts'
import type { Filter } from '#core/query/filter.ts'
import { type Random, some } from '../random.ts'
import type { Planted, Row, Value } from './planted-tables.ts'

type Test = (row: Row) => boolean

/** A condition as a Query says it and as a formula says it, and what it means. */
type Condition = { readonly filter: Filter; readonly formula: string; readonly holds: Test }

/**
 * A figure of a tile: which rows it is made of, and of which value; null where rows are counted. Of a sum, rows with a
 * zero are no part; an extreme adds nothing up.
 */
type Figure = {
  readonly quantity: string | null
  readonly kind: 'sum' | 'extreme'
  readonly holds: Test
  readonly value: (row: Row) => Value
}

/** A random tile, and what an attacker knows of it: by what it groups, which rows pass, of what its figures are made. */
export type RandomTile = {
  readonly query: Query
  readonly keyOf: (row: Row) => string
  readonly passes: Test
  readonly figures: readonly Figure[]
}

const text = (value: Value): string => `'${String(value)}'`

function categoryCondition(random: Random, { rows }: Planted, column: string): Condition {
  const values = [...new Set(rows.map((row) => row[column] ?? null))].filter((value) => value !== null)
  const chosen = some(random, values, random.chance(0.6) ? 1 : 1 + random.below(3)).map(String)
  const isAmong: Test = (row) => chosen.includes(String(row[column]))
  const filter: Filter = { op: 'in', column, values: chosen }
  const formula = `(${chosen.map((value) => `[${column}] = ${text(value)}`).join(' or ')})`
  if (random.chance(0.4))
    return { filter: { op: 'not', filter }, formula: `not ${formula}`, holds: (row) => !isAmong(row) }
  return { filter, formula, holds: isAmong }
}

function numberCondition(random: Random, { rows }: Planted, column: string): Condition {
  const known = rows.map((row) => row[column]).filter((value) => typeof value === 'number')
  const value = random.chance(0.3) ? Math.max(...known) - 1 : random.pick(known)
  const holds: Test = (row) => typeof row[column] === 'number' && row[column] > value
  return { filter: { op: 'greater', column, value }, formula: `[${column}] > ${value}`, holds }
}

function randomCondition(random: Random, table: Planted): Condition {
  return random.chance(0.7)
    ? categoryCondition(random, table, random.pick(table.categories))
    : numberCondition(random, table, random.pick(table.numbers))
}

type Grouped = { readonly dimension: Query['dimensions'][number]; readonly key: (row: Row) => Value }

function randomGroup(random: Random, { categories, dates, numbers }: Planted): Grouped {
  if (random.chance(0.65)) {
    const column = random.pick(categories)
    return { dimension: { column }, key: (row) => row[column] ?? null }
  }
  if (random.chance(0.3)) {
    const column = random.pick(numbers)
    const binWidth = random.pick([2, 50, 1000, 20_000])
    const binned = (value: Value | undefined): Value =>
      typeof value === 'number' ? Math.floor(value / binWidth) * binWidth : null
    return { dimension: { column, binWidth }, key: (row) => binned(row[column]) }
  }
  const column = random.pick(dates)
  const grain = random.pick(['year', 'month', 'day'] as const)
  const length = { year: 4, month: 7, day: 10 }[grain]
  const rest = '2000-01-01'.slice(length)
  return { dimension: { column, grain }, key: (row) => `${String(row[column]).slice(0, length)}${rest}` }
}

const everyRow: Test = () => true

type Measured = {
  readonly measure: Query['measures'][number]
  readonly calculation?: { name: string; formula: string }
  readonly figure: Figure
}

function randomMeasure(random: Random, table: Planted, at: number): Measured {
  const as = `m${at}`
  const limit = random.chance(0.3) ? randomCondition(random, table) : null
  const holds = limit?.holds ?? everyRow
  const filter = limit ? { filter: limit.filter } : {}
  if (random.chance(0.35))
    return {
      measure: { aggregate: 'count', as, ...filter },
      figure: { quantity: null, kind: 'sum', holds, value: () => 1 },
    }
  const column = random.pick(table.numbers)
  const value = (row: Row): Value => row[column] ?? null
  if (random.chance(0.25)) {
    const chosen = randomCondition(random, table)
    const formula = `if(${chosen.formula}, [${column}], 0)`
    const own: Test = (row) => holds(row) && chosen.holds(row)
    return {
      measure: { aggregate: 'sum', column: `c${at}`, as, ...filter },
      calculation: { name: `c${at}`, formula },
      figure: { quantity: column, kind: 'sum', holds: own, value },
    }
  }
  const aggregate = random.pick(['sum', 'sum', 'mean', 'max', 'median'] as const)
  const kind = aggregate === 'max' || aggregate === 'median' ? 'extreme' : 'sum'
  return { measure: { aggregate, column, as, ...filter }, figure: { quantity: column, kind, holds, value } }
}

/** A tile that an attacker who can make tiles would try. */
export function randomTile(random: Random, table: Planted): RandomTile {
  const groups = Array.from({ length: random.pick([0, 1, 1, 1, 2, 2, 3]) }, () => randomGroup(random, table)).filter(
    (group, at, all) => all.findIndex(({ dimension }) => dimension.column === group.dimension.column) === at,
  )
  const conditions = Array.from({ length: random.pick([0, 0, 1, 1, 2]) }, () => randomCondition(random, table))
  const measures = Array.from({ length: 1 + random.below(2) }, (_, at) => randomMeasure(random, table, at))
  return {
    query: query.parse({
      dataset: 'd',
      dimensions: groups.map(({ dimension }, at) => ({ ...dimension, as: `g${at}` })),
      measures: measures.map(({ measure }) => measure),
      calculations: measures.flatMap(({ calculation }) => calculation ?? []),
      filters: conditions.map(({ filter }) => filter),
      limit: 100_000,
    }),
    keyOf: (row) => JSON.stringify(groups.map(({ key }) => key(row))),
    passes: (row) => conditions.every(({ holds }) => holds(row)),
    figures: measures.map(({ figure }) => figure),
  }
}
