import type { Budget } from '../../budget.ts'
import type { Query } from '../../query/query.ts'
import type { Result } from '../../result.ts'
import type { Table } from '../../table/table.ts'
import { caught } from '../caught.ts'
import { queryBudget } from '../query-budget.ts'
import type { Execute } from './execute.ts'
import { runComparison } from './run-comparison.ts'
import { runStatistic } from './run-statistic.ts'
import { withFormulas } from './with-formulas.ts'
import { withBinWidths } from './with-bin-widths.ts'
import { withTopFilters } from './with-top-filters.ts'

/**
 * Answers a resolved and validated Query on any engine, with one or more plain Queries in sequence. `pivotTable`
 * pivots the result afterwards.
 */
export const runSteps = (query: Query, executePlain: Execute, budget: Budget = queryBudget()): Promise<Result<Table>> =>
  caught(() => inSteps(query, withFormulas(executePlain, budget), budget))

async function inSteps(query: Query, execute: Execute, budget: Budget): Promise<Result<Table>> {
  const filtered = await withTopFilters(query, execute)
  if (!filtered.ok) return filtered
  const cut = await withBinWidths(filtered.value, execute)
  if (!cut.ok) return cut
  const { compare, statistic, pivot: _, ...plain } = cut.value
  if (statistic !== undefined) return runStatistic(plain, statistic, execute, budget)
  return compare ? runComparison(plain, compare, execute) : execute(plain)
}
