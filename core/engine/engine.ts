import type { Query } from '../query/query.ts'
import type { Result } from '../result.ts'
import type { Table } from '../table/table.ts'

/** What answers Queries over the rows behind it. Two engines that run the same Query over the same rows give the same table. */
export type Engine = {
  /** Runs a Query that was resolved, validated and secured; stops early once the signal is aborted. */
  readonly run: (query: Query, signal: AbortSignal) => Promise<Result<Table>>
}
