import type { Engine } from '#core/engine/engine.ts'
import { joinedSource } from '#core/engine/joins/joined-source.ts'
import { queryBudget } from '#core/engine/query-budget.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { fail } from '#core/errors.ts'
import type { Query } from '#core/query/query.ts'
import type { Result } from '#core/result.ts'
import type { Source } from '#core/table/source.ts'
import type { Files } from '../adapters/files.ts'
import { rowsIn } from '../data/open-dataset.ts'
import { giveTurn, takeTurn } from '../data/take-turns.ts'
import type { EngineKind, EngineMeans, RowsOfQuery } from './engine-kind.ts'

/** The rows of a Query with the columns of what it joins. */
async function sourceFor(files: Files, { dataset, of }: RowsOfQuery, { joins }: Query): Promise<Result<Source>> {
  const open = async (id: string): Promise<Result<Source>> => {
    const rows = of.get(id)
    return rows ? rowsIn(files, rows.folder) : fail('dataset/not-found')
  }
  const source = await open(dataset)
  return source.ok && joins.length > 0 ? joinedSource(source.value, joins, open) : source
}

function over(rows: RowsOfQuery, means: EngineMeans): Engine {
  async function compute(query: Query, signal: AbortSignal) {
    const source = await sourceFor(means.files, rows, query)
    return source.ok ? runQuery(query, source.value, signal, queryBudget(giveTurn)) : source
  }
  return {
    run: async (query, signal) =>
      (await takeTurn(means, () => compute(query, signal))) ??
      fail('query/too-slow', { seconds: Math.round(means.config.query.deadline / 1000) }),
  }
}

/** The engine of `core/engine`, which the browser runs too. It reads every file, a row group at a time. */
export const typedArrays: EngineKind = { title: 'Edgewise', reads: () => true, over }
