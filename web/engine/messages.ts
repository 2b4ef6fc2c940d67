import type { Failure } from '#core/errors.ts'
import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import type { WireAnswer } from '#core/wire/answer.ts'

/** What the page may ask of the worker, and what comes back. */
export type EngineCalls = {
  /** Opens the dataset's file at an address and reads the columns these queries need. */
  readonly warm: {
    readonly asks: { readonly dataset: string; readonly url: string; readonly queries: readonly Query[] }
    readonly gives: null
  }
  /** Opens a dataset whose Parquet file is here. */
  readonly open: { readonly asks: { readonly dataset: string; readonly file: Blob }; readonly gives: null }
  /** Lets go of a dataset. */
  readonly close: { readonly asks: { readonly dataset: string }; readonly gives: null }
  readonly run: { readonly asks: { readonly query: Query }; readonly gives: Table }
  /** Stops a call that nobody waits for any more. */
  readonly stop: { readonly asks: { readonly call: number }; readonly gives: null }
  readonly ask: {
    readonly asks: { readonly question: string; readonly model: SemanticModel }
    readonly gives: WireAnswer
  }
  readonly suggest: { readonly asks: { readonly model: SemanticModel }; readonly gives: readonly string[] }
}

export type EngineRequest = {
  readonly [Kind in keyof EngineCalls]: { readonly id: number; readonly kind: Kind } & EngineCalls[Kind]['asks']
}[keyof EngineCalls]

/** The problem is null where only the worker knows it: the API is asked instead. */
export type EngineReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly problem: Failure | null }
