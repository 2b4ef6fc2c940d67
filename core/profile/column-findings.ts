import type { Column } from '../table/table.ts'
import type { TextHashes } from './hash.ts'
import type { ColumnProfile } from './profile.ts'

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
