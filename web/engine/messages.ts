import type { Query } from '#core/query/query.ts'
import type { Table } from '#core/table/table.ts'

/** What the page asks of the worker. */
export type EngineRequest =
  /** Opens the dataset's file and reads the columns these queries need. */
  | {
      readonly id: number
      readonly kind: 'warm'
      readonly dataset: string
      readonly url: string
      readonly queries: readonly Query[]
    }
  | { readonly id: number; readonly kind: 'run'; readonly query: Query }

/** What the worker answers. Why it could not is nobody's concern: the API is asked instead. */
export type EngineReply =
  | { readonly id: number; readonly ok: true; readonly table: Table | null }
  | { readonly id: number; readonly ok: false }
