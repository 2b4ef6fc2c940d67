import type { Budget } from '../../budget.ts'
import { fail } from '../../errors.ts'
import type { Groups } from '../../query/groups.ts'
import { maxGroupsOver, queryOfGroups, queryOverGroups } from '../../query/query-of-groups.ts'
import type { Query } from '../../query/query.ts'
import type { Result } from '../../result.ts'
import { tableSource } from '../../table/table-source.ts'
import type { Table } from '../../table/table.ts'
import { withCalculations } from '../formula/with-calculations.ts'
import { runGrouped } from '../groups/run-grouped.ts'
import type { Execute } from './execute.ts'

/** All groups that a Query is over. */
export async function groupsOf(query: Query, groups: Groups, answer: Execute): Promise<Result<Table>> {
  const found = await answer(queryOfGroups(query, groups))
  if (!found.ok || found.value.rows < maxGroupsOver) return found
  return fail('query/too-large', { what: 'groups', limit: maxGroupsOver })
}

/** Answers plain Queries over groups in memory. */
export function executeOver(groups: Table, budget: Budget, signal?: AbortSignal): Execute {
  const source = tableSource([groups])
  return (plain) => runGrouped(plain, withCalculations(plain, source, budget), signal, budget)
}

/** Gives an engine that groups rows once the Queries over groups: it computes the groups, the rest is done in memory. */
export const groupingInMemory =
  (execute: Execute, budget: Budget, signal?: AbortSignal): Execute =>
  async (plain) => {
    if (!plain.groups) return execute(plain)
    const groups = await groupsOf(plain, plain.groups, execute)
    return groups.ok ? executeOver(groups.value, budget, signal)(queryOverGroups(plain)) : groups
  }
