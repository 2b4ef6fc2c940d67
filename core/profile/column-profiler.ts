import type { Column, Field } from '../table/table.ts'
import type { TextHashes } from './hash.ts'
import { NumberProfiler } from './number-profiler.ts'
import type { ColumnProfile } from './profile.ts'
import { TextProfiler } from './text-profiler.ts'

/** Position of a batch's column in the file, and the hashes of its texts, computed once. */
export type ColumnPlace = { readonly firstRow: number; readonly hashes: TextHashes | null }

export type ColumnFindings = Pick<
  ColumnProfile,
  'nulls' | 'distinct' | 'top' | 'numbers' | 'text' | 'coverage' | 'spellings' | 'shapes'
>

/** Statistics of one column; parts of a file merge in row order. */
export type ColumnProfiler = {
  readonly add: (column: Column, place: ColumnPlace) => void
  readonly merge: (other: ColumnProfiler) => void
  readonly finish: () => ColumnFindings
}

/** Maximum distinct values counted exactly per column; columns share the memory. */
function exactLimits(columns: number): { readonly numbers: number; readonly texts: number } {
  const share = (budget: number, least: number, most: number): number =>
    Math.max(least, Math.min(most, Math.floor(budget / Math.max(1, columns))))
  return { numbers: share(1 << 19, 1 << 10, 1 << 16), texts: share(1 << 18, 1 << 9, 1 << 15) }
}

/** The profiler of a column in a table of `columns` columns. */
export function columnProfiler({ type }: Field, columns: number): ColumnProfiler {
  const limits = exactLimits(columns)
  return type === 'text' ? new TextProfiler(limits.texts) : new NumberProfiler(type, limits.numbers)
}
