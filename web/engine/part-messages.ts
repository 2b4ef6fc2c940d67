import type { Failure } from '#core/errors.ts'
import type { Part } from '#core/engine/parts/part-of-source.ts'
import type { Query } from '#core/query/query.ts'
import type { Table } from '#core/table/table.ts'

/** Requests to a worker that has a part of a dataset's rows. */
export type PartRequest = { readonly id: number } & (
  | { readonly kind: 'open'; readonly dataset: string; readonly file: Blob | string; readonly part: Part }
  | { readonly kind: 'run'; readonly dataset: string; readonly plain: Query }
  | { readonly kind: 'close'; readonly dataset: string }
  /** Cancels a call. */
  | { readonly kind: 'stop'; readonly call: number }
)

/** Partial state of the Query's groups; null for other requests. The problem is null if the worker failed. */
export type PartReply = { readonly id: number } & (
  | { readonly ok: true; readonly known: Table | null }
  | { readonly ok: false; readonly problem: Failure | null }
)
