import type { IngestReport } from '../ingest/ingest-report.ts'
import type { TestResult } from '../stats/test-result.ts'
import type { ColumnType } from '../table/table.ts'
import type { Order } from './row-order.ts'
import type { TableProfile } from './table-profile.ts'
import type { ShapeProfile } from './text-shapes.ts'
import type { MomentCoverage, TimeProfile } from './time-profile.ts'

/**
 * Increments when a profile gains a part. Later parts are optional; for stored profiles without them, the UI offers
 * to profile again.
 */
export const profileVersion = 2

/** A value of a column and its row count. */
export type ValueCount = { readonly value: string; readonly count: number }

/**
 * Equal-width bins: `counts[i]` values in [edges[i], edges[i + 1]); the last bin includes its upper edge. With
 * outliers, the first and last bin are wider and extend to them.
 */
export type Histogram = { readonly edges: readonly number[]; readonly counts: readonly number[] }

/** Shape, tails and order of a numeric column. Since version 2. */
export type NumberShape = {
  /**
   * Bias-corrected sample skewness G1, as in Excel's SKEW, pandas and DuckDB; null below three values or without
   * variance.
   */
  readonly skewness: number | null
  /**
   * Bias-corrected excess kurtosis G2, as in Excel's KURT, pandas and DuckDB; null below four values or without
   * variance.
   */
  readonly kurtosis: number | null
  /** 1st, 5th, 95th and 99th percentile. */
  readonly tails: readonly [number, number, number, number]
  readonly zeros: number
  readonly negatives: number
  /** Direction of values over the rows, ignoring nulls. */
  readonly order: Order
  /** Lag-1 autocorrelation in row order; null below two values or without variance. */
  readonly autocorrelation: number | null
}

/** A value and its row number in the file, from 0. */
export type RowValue = { readonly row: number; readonly value: number }

/** Bounds of an outlier rule and the number of values outside. */
export type Fences = { readonly low: number; readonly high: number; readonly count: number }

/** Outliers by three rules. Since version 2. */
export type Outliers = {
  /** Tukey's rule: more than 1.5 interquartile ranges beyond the quartiles; null if the quartiles are equal. */
  readonly quartiles: Fences | null
  /** More than 3 standard deviations from the mean; null without variance. */
  readonly zScore: Fences | null
  /** More than 3.5 modified z-scores (Iglewicz and Hoaglin) from the median; null if half the values are equal. */
  readonly robust: Fences | null
  /** True if counted over every row; otherwise estimated within 0.2 % of the rows. */
  readonly exact: boolean
  /** The lowest outliers, ascending, and the highest, descending; at most ten each. */
  readonly lowest: readonly RowValue[]
  readonly highest: readonly RowValue[]
}

/** Statistics of a numeric or moment column. Moments are milliseconds since 1970 UTC. */
export type NumberProfile = {
  readonly min: number
  readonly max: number
  readonly mean: number
  readonly sum: number
  /** Sample standard deviation (n − 1); null below two values. */
  readonly standardDeviation: number | null
  readonly quartiles: readonly [number, number, number]
  /** The 0.5th and 99.5th percentile; missing in older profiles. */
  readonly bulk?: readonly [number, number]
  readonly histogram: Histogram
  readonly shape?: NumberShape | undefined
  /** Null for moments. */
  readonly outliers?: Outliers | null | undefined
  /** Normality tests; empty for too few values, for moments, and without variance. */
  readonly normality?: readonly TestResult[] | undefined
}

/** Lengths of a column's texts, in UTF-16 units. */
export type TextProfile = {
  readonly shortest: number
  readonly longest: number
  /** Mean length of the texts. Since version 2, like all fields below. */
  readonly mean?: number
  /** Rows whose text begins or ends with a space. */
  readonly untrimmed?: number
  /**
   * Patterns, most frequent first, at most eight: `AA-999` for two capitals, a dash, three digits; `a+` for four or
   * more letters.
   */
  readonly patterns?: readonly ValueCount[] | undefined
}

/** Texts that differ only in case, spaces or accents, most frequent first; at most six. */
export type Spelling = { readonly values: readonly ValueCount[]; readonly rows: number }

export type ColumnProfile = {
  readonly name: string
  readonly type: ColumnType
  /** Sign beside the numbers in the file: `%` (12 % is 12, not 0.12), `$`, `€` …; missing if none. */
  readonly unit?: string
  /** True if the file separates thousands (`1,234`); missing otherwise. */
  readonly isGrouped?: boolean | undefined
  /** Empty cells; odd cells do not count. */
  readonly nulls: number
  /** Cells whose text does not fit the type; null in the table, with their text in `odd`. */
  readonly oddCount: number
  readonly odd: readonly { readonly row: number; readonly text: string }[]
  readonly distinct: { readonly count: number; readonly exact: boolean }
  /**
   * Most frequent values, at most 20; the first is the mode; moments as ISO text. If `distinct` is not exact, counts
   * are lower bounds.
   */
  readonly top: readonly ValueCount[]
  readonly numbers: NumberProfile | null
  readonly text: TextProfile | null
  /** Shapes of its texts; missing for other types, for empty columns and in older profiles. */
  readonly shapes?: ShapeProfile | undefined
  /** Coverage of a date or timestamp column; null for others. Since version 2. */
  readonly coverage?: MomentCoverage | null | undefined
  /** Groups of spellings of one text, at most ten, by rows descending. Since version 2. */
  readonly spellings?: readonly Spelling[] | undefined
}

/** Pearson's r of two numeric columns over the rows where both have a value. */
export type Correlation = { readonly a: string; readonly b: string; readonly r: number; readonly rows: number }

export type Profile = {
  /** Missing in profiles of version 1. */
  readonly version?: number
  readonly rows: number
  readonly columns: readonly ColumnProfile[]
  readonly correlations: readonly Correlation[]
  /** Statistics across columns. Since version 2. */
  readonly table?: TableProfile | undefined
  /** The event time column and the measures over time; null if there is none. Since version 2. */
  readonly time?: TimeProfile | null | undefined
  readonly ingest: IngestReport
}
