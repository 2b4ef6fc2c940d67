import type { Engine } from '#core/engine/engine.ts'
import { fail } from '#core/errors.ts'
import { duckDb } from './duckdb.ts'
import type { EngineKind, EngineMeans, RowsOfQuery } from './engine-kind.ts'
import { typedArrays } from './typed-arrays.ts'

/** Every engine that answers Queries. A new one is one file and one line here. */
const engines = { 'typed-arrays': typedArrays, duckdb: duckDb } as const satisfies Record<string, EngineKind>

export type EngineId = keyof typeof engines
export const engineIds = Object.keys(engines) as [EngineId, ...EngineId[]]

const unfit: Engine = { run: async () => fail('query/no-engine') }

/** The engine of this id, or the first in the registry that can read the rows. */
export function engineFor(rows: RowsOfQuery, means: EngineMeans, id?: EngineId): Engine {
  const wanted: readonly EngineKind[] = id === undefined ? Object.values(engines) : [engines[id]]
  return wanted.find((kind) => kind.reads(rows, means))?.over(rows, means) ?? unfit
}
