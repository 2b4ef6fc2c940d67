import type { IngestReport } from '../ingest/ingest-report.ts'
import type { ColumnType } from '../table/table.ts'
import type { ShapeProfile } from './text-shapes.ts'

/** One value of a column and how many rows hold it. */
export type ValueCount = { readonly value: string; readonly count: number }

/** Equal-width bins: `counts[i]` values in [edges[i], edges[i + 1]); the last bin includes its upper edge. */
export type Histogram = { readonly edges: readonly number[]; readonly counts: readonly number[] }

/** What the values of a numeric or moment column look like. Moments are milliseconds since 1970 UTC. */
export type NumberProfile = {
  readonly min: number
  readonly max: number
  readonly mean: number
  readonly sum: number
  /** Sample standard deviation (n − 1); null for fewer than two values. */
  readonly standardDeviation: number | null
  readonly quartiles: readonly [number, number, number]
  /** Between these lie all but the lowest and the highest half percent; missing in profiles written before it was measured. */
  readonly bulk?: readonly [number, number]
  readonly histogram: Histogram
}

export type TextProfile = { readonly shortest: number; readonly longest: number }

export type ColumnProfile = {
  readonly name: string
  readonly type: ColumnType
  /** The symbol that the numbers carried in the file: `%` (12 % is 12, not 0.12), `$`, `€` …; missing where none. */
  readonly unit?: string
  /** Cells that hold no value; odd cells are not among them. */
  readonly nulls: number
  /** Cells whose text did not fit the type; they are null in the table, kept as text in `odd`. */
  readonly oddCount: number
  readonly odd: readonly { readonly row: number; readonly text: string }[]
  readonly distinct: { readonly count: number; readonly exact: boolean }
  /** Most frequent first, at most 20; moments as ISO text. Where `distinct` is not exact, counts are at least these. */
  readonly top: readonly ValueCount[]
  readonly numbers: NumberProfile | null
  readonly text: TextProfile | null
  /** What its texts look like; missing for other types, for columns without values, and in profiles written before it was measured. */
  readonly shapes?: ShapeProfile | undefined
}

/** Pearson's r between two numeric columns over the rows where both have a value. */
export type Correlation = { readonly a: string; readonly b: string; readonly r: number; readonly rows: number }

export type Profile = {
  readonly rows: number
  readonly columns: readonly ColumnProfile[]
  readonly correlations: readonly Correlation[]
  readonly ingest: IngestReport
}
