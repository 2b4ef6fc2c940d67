import { fail } from '../../errors.ts'
import type { AgainstFilter, Filter } from '../../query/filter.ts'
import { filterOfKey } from '../../query/filter-of-key.ts'
import type { Groups } from '../../query/groups.ts'
import type { Measure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import { comparesWithAggregate } from '../../query/standards.ts'
import { ok, type Result } from '../../result.ts'
import { cellAt, type Column, type Table } from '../../table/table.ts'
import { aside, type Execute, oneByOne } from './execute.ts'

/** Maximum groups of a comparison `within`; each becomes a condition that is tested for every row. */
const maxWithin = 100

/** Finds the filter that stands for a comparison with an aggregate. */
type Settle = (filter: AgainstFilter) => Promise<Result<Filter>>

/** Replaces comparisons with an aggregate by comparisons with the numbers that `answer` computes. */
export async function withStandards(query: Query, answer: Execute): Promise<Result<Query>> {
  const rows = await inRows(query, answer)
  if (!rows.ok) return rows
  const { groups } = rows.value
  return groups ? inGroups(rows.value, groups, answer) : inResult(rows.value, answer)
}

const others = (filters: readonly Filter[]): Filter[] => filters.filter((filter) => !comparesWithAggregate(filter))

/** Filters, rankings and measures of rows: the aggregates are of the rows that pass the other filters. */
async function inRows(query: Query, answer: Execute): Promise<Result<Query>> {
  const settle = settling({ ...query, groups: undefined, filters: others(query.filters) }, answer)
  const filters = await settledAll(query.filters, settle)
  if (!filters.ok) return filters
  const top = await oneByOne(query.top, async (one): Promise<Result<Query['top'][number]>> => {
    const by = await settledMeasure(one.by, settle)
    return by.ok ? ok({ ...one, by: by.value }) : by
  })
  if (!top.ok) return top
  const measures = await settledMeasures((query.groups ?? query).measures, settle)
  if (!measures.ok) return measures
  const told = query.groups ? { groups: { ...query.groups, measures: measures.value } } : { measures: measures.value }
  return ok({ ...query, filters: filters.value, top: top.value, ...told })
}

/** What keeps and measures groups: the aggregates are of the groups that pass the other conditions. */
async function inGroups(query: Query, groups: Groups, answer: Execute): Promise<Result<Query>> {
  const settle = settling({ ...query, groups: { ...groups, having: others(groups.having) } }, answer)
  const having = await settledAll(groups.having, settle)
  if (!having.ok) return having
  const kept = { ...query, groups: { ...groups, having: having.value } }
  const measures = await settledMeasures(query.measures, settling(kept, answer))
  return measures.ok ? ok({ ...kept, measures: measures.value }) : measures
}

/** Conditions on the groups of a result, which are asked for as groups of another Query. */
async function inResult(query: Query, answer: Execute): Promise<Result<Query>> {
  const { dimensions, measures } = query
  const groups: Groups = { dimensions, measures, having: others(query.having) }
  const having = await settledAll(query.having, settling({ ...query, groups }, answer))
  return having.ok ? ok({ ...query, having: having.value }) : having
}

const settledAll = (filters: readonly Filter[], settle: Settle): Promise<Result<Filter[]>> =>
  oneByOne(filters, (filter) => settled(filter, settle))

const settledMeasures = (measures: readonly Measure[], settle: Settle): Promise<Result<Measure[]>> =>
  oneByOne(measures, (measure) => settledMeasure(measure, settle))

async function settledMeasure(measure: Measure, settle: Settle): Promise<Result<Measure>> {
  if (!measure.filter) return ok(measure)
  const filter = await settled(measure.filter, settle)
  return filter.ok ? ok({ ...measure, filter: filter.value }) : filter
}

async function settled(filter: Filter, settle: Settle): Promise<Result<Filter>> {
  if ('filters' in filter) {
    const parts = await settledAll(filter.filters, settle)
    return parts.ok ? ok({ ...filter, filters: parts.value }) : parts
  }
  if ('filter' in filter) {
    const part = await settled(filter.filter, settle)
    return part.ok ? ok({ ...filter, filter: part.value }) : part
  }
  return filter.op === 'against' ? settle(filter) : ok(filter)
}

/** `base` has the rows or groups that the aggregates are of. */
const settling =
  (base: Query, answer: Execute): Settle =>
  async (filter) => {
    const found = await answer(standardQuery(base, filter))
    if (!found.ok) return found
    if (found.value.rows > maxWithin)
      return fail('query/too-large', { what: 'groups to compare within', limit: maxWithin })
    return ok({ op: 'or', filters: comparisonsWith(found.value, filter) })
  }

const standardQuery = (base: Query, { column, aggregate, quantile, within = [] }: AgainstFilter): Query =>
  aside(base, {
    dimensions: within.map((name) => ({ column: name })),
    measures: [{ aggregate, column, as: 'ƒ standard', ...(quantile === undefined ? {} : { quantile }) }],
    limit: maxWithin + 1,
  })

/** One comparison for each group; none where the aggregate is of no values. */
function comparisonsWith({ rows, columns }: Table, { is, column, within = [], times = 1 }: AgainstFilter): Filter[] {
  const standard = columns[within.length]
  if (!standard || standard.type === 'text') return []
  return [...standard.values.subarray(0, rows)].flatMap((value, row): Filter[] =>
    Number.isNaN(value)
      ? []
      : [{ op: 'and', filters: [...keysOf(columns, within, row), { op: is, column, value: value * times }] }],
  )
}

const keysOf = (columns: readonly Column[], within: readonly string[], row: number): Filter[] =>
  within.flatMap((column, at) => {
    const key = columns[at]
    return key ? (filterOfKey({ column }, cellAt(key, row), null) ?? []) : []
  })
