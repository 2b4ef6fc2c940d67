import type { Budget } from '../budget.ts'
import { listsRows, type Query } from '../query/query.ts'
import type { Result } from '../result.ts'
import type { Source } from '../table/source.ts'
import type { Table } from '../table/table.ts'
import { caught } from './caught.ts'
import { withCalculations } from './formula/with-calculations.ts'
import { queryBudget } from './query-budget.ts'
import { runGrouped } from './groups/run-grouped.ts'
import { runListing } from './rows/run-listing.ts'
import { groupingInMemory } from './steps/over-groups.ts'
import { runSteps } from './steps/run-steps.ts'

/**
 * Runs a valid Query over a Source, one row group at a time, and checks `signal` between row groups. The budget
 * limits the output and yields to other tasks. `source` must already have the columns of the Query's joins.
 */
export const runQuery = (
  query: Query,
  source: Source,
  signal?: AbortSignal,
  budget: Budget = queryBudget(),
): Promise<Result<Table>> =>
  runSteps(
    query,
    groupingInMemory((plain) => runPlain(plain, source, signal, budget), budget, signal),
    budget,
  )

/** Runs a plain Query over rows. */
export const runPlain = (
  plain: Query,
  source: Source,
  signal?: AbortSignal,
  budget: Budget = queryBudget(),
): Promise<Result<Table>> =>
  caught(() => {
    const run = listsRows(plain) ? runListing : runGrouped
    return run(plain, withCalculations(plain, source, budget), signal, budget)
  })
