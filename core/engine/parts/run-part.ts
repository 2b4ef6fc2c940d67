import type { Query } from '../../query/query.ts'
import { ok, type Result } from '../../result.ts'
import type { Source } from '../../table/source.ts'
import type { Table } from '../../table/table.ts'
import { groupRows } from '../groups/run-grouped.ts'
import { queryBudget } from '../query-budget.ts'
import { caught } from '../caught.ts'
import { withCalculations } from '../formula/with-calculations.ts'

/** Computes the partial state of a plain Query's groups over one part of the rows. */
export const runPart = (query: Query, source: Source, signal?: AbortSignal): Promise<Result<Table>> =>
  caught(async () => {
    const budget = queryBudget()
    const grouping = await groupRows(query, withCalculations(query, source, budget), signal, budget)
    return grouping.ok ? ok(grouping.value.exportState()) : grouping
  })
