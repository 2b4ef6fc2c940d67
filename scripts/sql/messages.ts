import type { SqlRequest } from '#core/sql/duck/host.ts'

/** What the server tells a SQL process. */
export type ToProcess =
  | { readonly kind: 'run'; readonly request: SqlRequest }
  | { readonly kind: 'file'; readonly key: string; readonly bytes: Uint8Array | null }

/** What a SQL process tells the server; `page` is the text that `writePage` made. */
export type FromProcess =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly key: string }
  | { readonly kind: 'page'; readonly ticket: string; readonly page: string }
