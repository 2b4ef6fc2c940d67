import type { Filter, Scalar } from '../../query/filter.ts'
import { nameOfMeasure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import { ok, type Result } from '../../result.ts'
import type { Column } from '../../table/table.ts'
import { aside, type Execute, oneByOne } from './execute.ts'

/** Replaces each `top` by a filter that lists its values. Each top ranks the rows that pass all filters. */
export async function withTopFilters(query: Query, execute: Execute): Promise<Result<Query>> {
  const found = await oneByOne(query.top, async (top): Promise<Result<Filter>> => {
    const ranked = await execute(rankingQuery(query, top))
    return ranked.ok ? ok({ op: 'in', column: top.column, values: valuesOf(ranked.value.columns[0]) }) : ranked
  })
  return found.ok ? ok({ ...query, top: [], filters: [...query.filters, ...found.value] }) : found
}

/** Null is excluded from the ranking. */
function rankingQuery(query: Query, { column, by, count, direction }: Query['top'][number]): Query {
  const isKnown: Filter = { op: 'not', filter: { op: 'isNull', column } }
  return aside(query, {
    groups: undefined,
    dimensions: [{ column }],
    measures: [by],
    filters: [...query.filters, isKnown],
    sort: [{ by: nameOfMeasure(by), direction }],
    limit: count,
  })
}

/** The values as filter literals. */
function valuesOf(column: Column | undefined): Scalar[] {
  if (!column) return []
  if (column.type === 'text') return Array.from(column.codes, (code) => column.dictionary[code] ?? '')
  return Array.from(column.values, (value) => scalarOf(value, column.type))
}

function scalarOf(value: number, type: Column['type']): Scalar {
  if (type === 'boolean') return value === 1
  if (type === 'date') return new Date(value).toISOString().replace(/T.*/, '')
  return type === 'timestamp' ? new Date(value).toISOString() : value
}
