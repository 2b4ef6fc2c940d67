import type { Column, Field } from '../table/table.ts'
import type { TextHashes } from './hash.ts'
import { NumberProfiler } from './number-profiler.ts'
import type { ColumnProfile } from './profile.ts'
import { TextProfiler } from './text-profiler.ts'

/** Where a batch's column stands in its file, and what was computed of its texts once for all who need it. */
export type ColumnPlace = { readonly firstRow: number; readonly hashes: TextHashes | null }

export type ColumnFindings = Pick<
  ColumnProfile,
  'nulls' | 'distinct' | 'top' | 'numbers' | 'text' | 'coverage' | 'spellings' | 'shapes'
>

/** What is known of one kind of column after its batches; parts of a file merge, in the order of their rows, into the whole. */
export type ColumnProfiler = {
  readonly add: (column: Column, place: ColumnPlace) => void
  readonly merge: (other: ColumnProfiler) => void
  readonly finish: () => ColumnFindings
}

/** How many different values a column may hold and be counted exactly: less each, the more columns share the memory. */
function exactLimits(columns: number): { readonly numbers: number; readonly texts: number } {
  const share = (budget: number, least: number, most: number): number =>
    Math.max(least, Math.min(most, Math.floor(budget / Math.max(1, columns))))
  return { numbers: share(1 << 19, 1 << 10, 1 << 16), texts: share(1 << 18, 1 << 9, 1 << 15) }
}

/** What follows one column, for a table of so many. */
export function columnProfiler({ type }: Field, columns: number): ColumnProfiler {
  const limits = exactLimits(columns)
  return type === 'text' ? new TextProfiler(limits.texts) : new NumberProfiler(type, limits.numbers)
}
