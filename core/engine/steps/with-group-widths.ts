import { queryOfGroups } from '../../query/query-of-groups.ts'
import type { Query } from '../../query/query.ts'
import { ok, type Result } from '../../result.ts'
import type { Execute } from './execute.ts'
import { withBinWidths } from './with-bin-widths.ts'

/** Replaces bin counts of the groups that a Query is over by bin widths. */
export async function withGroupWidths(query: Query, execute: Execute): Promise<Result<Query>> {
  const { groups } = query
  if (!groups) return ok(query)
  const cut = await withBinWidths(queryOfGroups(query, groups), execute)
  return cut.ok ? ok({ ...query, groups: { ...groups, dimensions: cut.value.dimensions } }) : cut
}
