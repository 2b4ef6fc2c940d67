import type { Query } from '../../query/query.ts'
import { ok, type Result } from '../../result.ts'
import type { Table } from '../../table/table.ts'

/** Answers a plain Query: one without `bins`, `top`, `compare` and formula measures. A pass of this engine, or a statement of a database. */
export type Execute = (plain: Query) => Promise<Result<Table>>

/** Turns parts into others one after another; the first failure ends it. */
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

/** A question about the rows that a Query's filters let through. */
export const aside = (query: Query, asked: Pick<Query, 'dimensions' | 'measures'> & Partial<Query>): Query => ({
  ...query,
  columns: [],
  top: [],
  having: [],
  sort: [],
  offset: 0,
  compare: undefined,
  pivot: undefined,
  ...asked,
})
