import type { Query } from '../query/query.ts'
import type { Result } from '../result.ts'
import { cellAt, findColumn, type Table } from '../table/table.ts'

type Ran = { readonly query: Query; readonly table: Table }
type Run<Problem> = (asked: Query) => Promise<Result<Table, Problem>>

/** Rows that share one place are shown up to this number. */
const mostShown = 10

/** How many rows at the beginning have the value of the first in the column they are ranked by. */
function tiedRows(table: Table, by: string): number {
  const column = findColumn(table, by)
  if (column === undefined) return 1
  const first = cellAt(column, 0)
  let tied = 1
  while (tied < table.rows && cellAt(column, tied) === first) tied++
  return first === null ? 1 : tied
}

/** The first place of a ranking with all who share it: one of two equals alone would be an answer by chance. */
export async function withTies<Problem>(query: Query, table: Table, run: Run<Problem>): Promise<Ran> {
  const [sort] = query.sort
  if (sort === undefined || query.limit !== 1 || table.rows !== 1) return { query, table }
  const more = await run({ ...query, limit: mostShown })
  const tied = more.ok ? tiedRows(more.value, sort.by) : 1
  if (tied === 1) return { query, table }
  const shared = { ...query, limit: tied }
  const ran = await run(shared)
  return ran.ok ? { query: shared, table: ran.value } : { query, table }
}
