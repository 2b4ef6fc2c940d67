import type { Reading } from '#core/ask/reading.ts'
import type { Failure } from '#core/errors.ts'
import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import type { WireAnswer } from '#core/wire/answer.ts'

/** Calls to the engine worker, with their replies. */
export type EngineCalls = {
  /** Opens a dataset's file, local or at a URL, and loads the columns these Queries need. */
  readonly warm: {
    readonly asks: { readonly dataset: string; readonly file: Blob | string; readonly queries: readonly Query[] }
    readonly gives: null
  }
  /** Opens a dataset from a local Parquet file. */
  readonly open: { readonly asks: { readonly dataset: string; readonly file: Blob }; readonly gives: null }
  /** Evicts a dataset. */
  readonly close: { readonly asks: { readonly dataset: string }; readonly gives: null }
  readonly run: { readonly asks: { readonly query: Query }; readonly gives: Table }
  /** Cancels a call. */
  readonly stop: { readonly asks: { readonly call: number }; readonly gives: null }
  readonly ask: {
    readonly asks: {
      readonly question: string
      readonly model: SemanticModel
      readonly after: readonly Reading[]
    }
    readonly gives: WireAnswer
  }
  readonly suggest: { readonly asks: { readonly model: SemanticModel }; readonly gives: readonly string[] }
}

export type EngineRequest = {
  readonly [Kind in keyof EngineCalls]: { readonly id: number; readonly kind: Kind } & EngineCalls[Kind]['asks']
}[keyof EngineCalls]

/** The problem is null if the worker failed; the caller then uses the API. */
export type EngineReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly problem: Failure | null }
