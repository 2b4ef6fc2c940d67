import type { Query } from '../query/query.ts'
import type { Result } from '../result.ts'
import type { Source } from '../table/source.ts'
import type { Table } from '../table/table.ts'

/** Runs a valid Query over a Source, row group by row group. */
export function runQuery(query: Query, source: Source, signal?: AbortSignal): Promise<Result<Table>> {
  throw new Error(`To come: ${query.dataset} ${source.fields.length} ${signal?.aborted}`)
}
