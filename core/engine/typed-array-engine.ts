import type { Budget } from '../budget.ts'
import type { Query } from '../query/query.ts'
import type { Result } from '../result.ts'
import type { Source } from '../table/source.ts'
import type { Engine } from './engine.ts'
import { joinedSource, type OpenSource } from './joins/joined-source.ts'
import { queryBudget } from './query-budget.ts'
import { runQuery } from './run-query.ts'

/** The rows of a Query's dataset, with the columns of the datasets that it joins. */
export async function sourceOfQuery(
  { dataset, joins }: Pick<Query, 'dataset' | 'joins'>,
  open: OpenSource,
): Promise<Result<Source>> {
  const source = await open(dataset)
  return source.ok && joins.length > 0 ? joinedSource(source.value, joins, open) : source
}

/** The engine over typed arrays, which reads sources by dataset; the edge and the browser run it. */
export const typedArrayEngine = (open: OpenSource, budgetOf: () => Budget = queryBudget): Engine => ({
  async run(query, signal) {
    const source = await sourceOfQuery(query, open)
    return source.ok ? runQuery(query, source.value, signal, budgetOf()) : source
  },
})
