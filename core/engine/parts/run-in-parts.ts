import { listsRows, type Query } from '../../query/query.ts'
import { ok, type Result } from '../../result.ts'
import type { Source } from '../../table/source.ts'
import type { Table } from '../../table/table.ts'
import { finishGroups } from '../groups/finish-groups.ts'
import { withCalculations } from '../formula/with-calculations.ts'
import { createGroupingOfParts, type GroupingOfParts } from '../groups/grouping.ts'
import { extremesFromStatistics } from '../groups/extremes-from-statistics.ts'
import { refuseTooMany } from '../groups/run-grouped.ts'
import { queryBudget } from '../query-budget.ts'
import { runPlain } from '../run-query.ts'
import type { Execute } from '../steps/execute.ts'
import { groupingInMemory } from '../steps/over-groups.ts'
import { runSteps } from '../steps/run-steps.ts'
import { typesIn } from '../types-in.ts'
import { withWindows } from '../windows/with-windows.ts'

/** Calls `runPart` on every part of the rows. */
export type AskParts = (plain: Query) => Promise<readonly Result<Table>[]>

/**
 * Runs a valid Query with the result of `runQuery`, but distributes passes whose measures can be merged. `source` has
 * all rows, for passes that cannot be distributed.
 */
export const runInParts = (
  query: Query,
  source: Source,
  askParts: AskParts,
  signal?: AbortSignal,
): Promise<Result<Table>> => {
  const execute: Execute = async (plain) => {
    const typeOf = typesIn(withCalculations(plain, source))
    const grouping = listsRows(plain) ? null : createGroupingOfParts(plain, typeOf)
    if (!grouping || extremesFromStatistics(plain, { source, typeOf })) return runPlain(plain, source, signal)
    return putTogether(plain, grouping, await askParts(plain))
  }
  return runSteps(query, groupingInMemory(execute, queryBudget(), signal))
}

function putTogether(plain: Query, grouping: GroupingOfParts, parts: readonly Result<Table>[]): Result<Table> {
  for (const part of parts) {
    if (!part.ok) return part
    grouping.add(part.value)
    const tooMany = refuseTooMany(grouping)
    if (!tooMany.ok) return tooMany
  }
  return ok(finishGroups(withWindows(grouping.finish(), plain), plain))
}
