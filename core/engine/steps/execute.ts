import type { Query } from '../../query/query.ts'
import { ok, type Result } from '../../result.ts'
import type { Table } from '../../table/table.ts'

/**
 * Answers a plain Query, which has no `bins`, `top`, `compare`, `against`, `statistic` or formula measures: one pass of this
 * engine or one database statement. A plain Query may be over groups; `groupingInMemory` answers these with two passes.
 */
export type Execute = (plain: Query) => Promise<Result<Table>>

/** Maps asynchronously in sequence; stops at the first failure. */
export async function oneByOne<Part, Other>(
  parts: readonly Part[],
  turn: (part: Part) => Promise<Result<Other>>,
): Promise<Result<Other[]>> {
  const turned: Other[] = []
  for (const part of parts) {
    const result = await turn(part)
    if (!result.ok) return result
    turned.push(result.value)
  }
  return ok(turned)
}

/** A helper Query over the rows, or groups, that a Query is over. */
export const aside = (query: Query, asked: Pick<Query, 'dimensions' | 'measures'> & Partial<Query>): Query => ({
  ...query,
  columns: [],
  top: [],
  having: [],
  sort: [],
  offset: 0,
  compare: undefined,
  statistic: undefined,
  pivot: undefined,
  ...asked,
})
