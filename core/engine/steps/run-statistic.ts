import type { Budget } from '../../budget.ts'
import type { Query } from '../../query/query.ts'
import { ok, type Result } from '../../result.ts'
import { rowStatisticOf, type RowStatisticId } from '../../stats/rows/registry.ts'
import { tableOfCells } from '../../table/table-of-cells.ts'
import type { Table } from '../../table/table.ts'
import type { Execute } from './execute.ts'

/** As many rows as every engine lists at once. Of more, the first are used, and the result says how many were read. */
export const mostRowsOfStatistic = 100_000

/** Steps of work for each cell: ranking costs the most. */
const stepsPerCell = 8

/** Lists the rows of a Query, and puts a statistic of them in their place. */
export async function runStatistic(
  rows: Query,
  id: RowStatisticId,
  execute: Execute,
  budget: Budget,
): Promise<Result<Table>> {
  const listed = await execute({ ...rows, limit: mostRowsOfStatistic })
  if (!listed.ok) return listed
  budget.work(listed.value.rows * rows.columns.length * stepsPerCell)
  await budget.rest()
  const { fields, compute } = rowStatisticOf(id)
  return ok(tableOfCells(fields, compute(listed.value.columns)))
}
