import { queryBudget } from '#core/engine/query-budget.ts'
import { typedArrayEngine } from '#core/engine/typed-array-engine.ts'
import type { Engine } from '#core/engine/engine.ts'
import { fail } from '#core/errors.ts'
import { rowsIn } from '../data/open-dataset.ts'
import { giveTurn, takeTurn } from '../data/take-turns.ts'
import type { EngineKind, EngineMeans, RowsOfQuery } from './engine-kind.ts'

function over({ of }: RowsOfQuery, means: EngineMeans): Engine {
  const engine = typedArrayEngine(
    async (id) => {
      const rows = of.get(id)
      return rows ? rowsIn(means.files, rows.folder) : fail('dataset/not-found')
    },
    () => queryBudget(giveTurn),
  )
  return {
    run: async (query, signal) =>
      (await takeTurn(means, () => engine.run(query, signal))) ??
      fail('query/too-slow', { seconds: Math.round(means.config.query.deadline / 1000) }),
  }
}

/** The engine of `core/engine`, which the browser runs too. It reads every file, a row group at a time. */
export const typedArrays: EngineKind = { title: 'Edgewise', reads: () => true, over }
