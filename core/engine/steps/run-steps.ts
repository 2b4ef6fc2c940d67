import type { Budget } from '../../budget.ts'
import { queryOverGroups } from '../../query/query-of-groups.ts'
import type { Measure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import type { Result } from '../../result.ts'
import type { Table } from '../../table/table.ts'
import { caught } from '../caught.ts'
import { queryBudget } from '../query-budget.ts'
import type { Execute } from './execute.ts'
import { executeOver, groupsOf } from './over-groups.ts'
import { runComparison } from './run-comparison.ts'
import { runStatistic } from './run-statistic.ts'
import { withFormulas } from './with-formulas.ts'
import { withBinWidths } from './with-bin-widths.ts'
import { withGroupWidths } from './with-group-widths.ts'
import { withStandards } from './with-standards.ts'
import { withTopFilters } from './with-top-filters.ts'

/**
 * Answers a resolved and validated Query on any engine, with one or more plain Queries in sequence. `pivotTable`
 * pivots the result afterwards.
 */
export const runSteps = (query: Query, executePlain: Execute, budget: Budget = queryBudget()): Promise<Result<Table>> =>
  caught(() => answered(query, withFormulas(executePlain, budget), budget))

const hasFormula = (measures: readonly Measure[]): boolean => measures.some(({ aggregate }) => aggregate === 'formula')

async function answered(query: Query, execute: Execute, budget: Budget): Promise<Result<Table>> {
  const again: Execute = (other) => answered(other, execute, budget)
  const settled = await withStandards(query, again)
  if (!settled.ok) return settled
  const filtered = await withTopFilters(settled.value, execute)
  if (!filtered.ok) return filtered
  const { groups } = filtered.value
  if (groups && hasFormula([...groups.measures, ...filtered.value.measures])) {
    const table = await groupsOf(filtered.value, groups, again)
    if (!table.ok) return table
    return answered(queryOverGroups(filtered.value), withFormulas(executeOver(table.value, budget), budget), budget)
  }
  const grouped = await withGroupWidths(filtered.value, execute)
  if (!grouped.ok) return grouped
  const cut = await withBinWidths(grouped.value, execute)
  if (!cut.ok) return cut
  const { compare, statistic, pivot: _, ...plain } = cut.value
  if (statistic !== undefined) return runStatistic(plain, statistic, execute, budget)
  return compare ? runComparison(plain, compare, execute) : execute(plain)
}
