import type { Gated } from '#core/sql/gate/gate.ts'
import type { Refused } from '#core/sql/gate/refused.ts'
import type { SqlResult } from '#core/sql/duck/session.ts'

/** A dataset's rows as Parquet; `version` identifies their state. */
export type DuckFile = { readonly table: string; readonly version: string; readonly file: Blob }

/** The compiled module is passed on, so that a terminated worker is replaced immediately. */
export type DuckRequest =
  | { readonly kind: 'start'; readonly url: string; readonly compiled: WebAssembly.Module | null }
  | { readonly kind: 'run'; readonly sql: string; readonly gated: Gated; readonly files: readonly DuckFile[] }

export type DuckReply =
  | { readonly kind: 'loading'; readonly share: number }
  | { readonly kind: 'started'; readonly compiled: WebAssembly.Module }
  | { readonly kind: 'result'; readonly result: SqlResult; readonly ms: number }
  | { readonly kind: 'refused'; readonly error: Refused; readonly isBroken: boolean }
  | { readonly kind: 'broken'; readonly reason: string }
