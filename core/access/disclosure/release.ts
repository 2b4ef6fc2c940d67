import type { Execute } from '../../engine/steps/execute.ts'
import { withBinWidths } from '../../engine/steps/with-bin-widths.ts'
import { withTopFilters } from '../../engine/steps/with-top-filters.ts'
import type { Query } from '../../query/query.ts'
import type { Result } from '../../result.ts'

/** What of a release is not told. */
export type Decision = {
  /** Is none of it told? */
  readonly isRefused: boolean
  /** The groups that are not told, as `groupKeys` writes them. */
  readonly withheld: readonly string[]
}

/** One tile's figures over one version of its dataset, as strangers may read them. */
export type Release = {
  /** Names the file whose rows it is computed of. */
  readonly file: string
  /** Resolved and valid; without bins and tops, whose values are written into it. */
  readonly query: Query
  /** Fewer rows than this are never told of. */
  readonly least: number
  /** Null where it is new. */
  readonly decision: Decision | null
}

/** A Query as it is released: what depends on the data, the width of bins and the values on top, is written into it. */
export async function settled(query: Query, execute: Execute): Promise<Result<Query>> {
  const filtered = await withTopFilters(query, execute)
  return filtered.ok ? withBinWidths(filtered.value, execute) : filtered
}
