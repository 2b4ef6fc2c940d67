import type { Engine } from '#core/engine/engine.ts'
import type { Field } from '#core/table/table.ts'
import type { Caller, Service } from '../service.ts'

/** Where the rows of one dataset are: in the Parquet file of a version, by its folder. */
export type Rows = {
  readonly kind: 'parquet'
  readonly folder: string
  /** How many there are, and of which columns. */
  readonly rows: number
  readonly fields: readonly Field[]
}

/** All rows that a Query reads: those of its dataset and of the datasets that it joins, by id. */
export type RowsOfQuery = { readonly dataset: string; readonly of: ReadonlyMap<string, Rows> }

export type EngineMeans = Pick<Service, 'config' | 'files' | 'sql'> & { readonly caller: Caller | null }

/** One way to run Queries. */
export type EngineKind = {
  readonly title: string
  /** Can it read these rows, for this caller? */
  readonly reads: (rows: RowsOfQuery, means: EngineMeans) => boolean
  readonly over: (rows: RowsOfQuery, means: EngineMeans) => Engine
}
