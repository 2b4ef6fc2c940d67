import type { IngestReport } from '../ingest/ingest-report.ts'
import type { TestResult } from '../stats/test-result.ts'
import type { ColumnType } from '../table/table.ts'
import type { Order } from './row-order.ts'
import type { TableProfile } from './table-profile.ts'
import type { ShapeProfile } from './text-shapes.ts'
import type { MomentCoverage, TimeProfile } from './time-profile.ts'

/**
 * Rises when a profile gains a part. Parts that came later are optional: a profile stored before lacks them,
 * and whoever shows one says "profile again" instead of inventing them.
 */
export const profileVersion = 2

/** One value of a column and how many rows hold it. */
export type ValueCount = { readonly value: string; readonly count: number }

/**
 * Equal-width bins: `counts[i]` values in [edges[i], edges[i + 1]); the last bin includes its upper edge. Where a few values
 * lie far off, the first and the last bin reach out to them and are wider.
 */
export type Histogram = { readonly edges: readonly number[]; readonly counts: readonly number[] }

/** How the values of a numeric column lean, end and run. Since version 2. */
export type NumberShape = {
  /** Of the sample, adjusted: G1 as in Excel's SKEW, pandas and DuckDB; null for fewer than three values or no spread. */
  readonly skewness: number | null
  /** Excess kurtosis of the sample, adjusted: G2 as in Excel's KURT, pandas and DuckDB; null for fewer than four values or no spread. */
  readonly kurtosis: number | null
  /** The 1st, 5th, 95th and 99th percentile. */
  readonly tails: readonly [number, number, number, number]
  readonly zeros: number
  readonly negatives: number
  /** How values run from row to row; nulls are passed over. */
  readonly order: Order
  /** Lag-1 autocorrelation in the order of the rows; null for fewer than two values or no spread. */
  readonly autocorrelation: number | null
}

/** A row and its value; rows count from 0 over the file. */
export type RowValue = { readonly row: number; readonly value: number }

/** How many values a rule finds unusual, and what it allows. */
export type Fences = { readonly low: number; readonly high: number; readonly count: number }

/** Values far from the others by three rules. Since version 2. */
export type Outliers = {
  /** Tukey's: beyond the quartiles by more than 1.5 times their distance; null where they are equal. */
  readonly quartiles: Fences | null
  /** More than 3 standard deviations from the mean; null without spread. */
  readonly zScore: Fences | null
  /** More than 3.5 of Iglewicz and Hoaglin's modified z-scores from the median; null where half the values are equal. */
  readonly robust: Fences | null
  /** Are the counts those of every row? Otherwise they are estimated, within 0.2 % of the rows. */
  readonly exact: boolean
  /** The lowest, lowest first, and the highest, highest first, that some rule finds unusual: at most ten each. */
  readonly lowest: readonly RowValue[]
  readonly highest: readonly RowValue[]
}

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
  readonly shape?: NumberShape | undefined
  /** Null for moments. */
  readonly outliers?: Outliers | null | undefined
  /** Is it normal? Empty where there are too few values, for moments, and without spread. */
  readonly normality?: readonly TestResult[] | undefined
}

/** How long the texts of a column are, in UTF-16 units. */
export type TextProfile = {
  readonly shortest: number
  readonly longest: number
  /** Over the rows that hold a text. Since version 2, as all that follows. */
  readonly mean?: number
  /** Rows whose text begins or ends with a space. */
  readonly untrimmed?: number
  /** How texts are written, the most frequent way first, at most eight: `AA-999` for two capitals, a dash, three digits; `a+` for four letters and more. */
  readonly patterns?: readonly ValueCount[] | undefined
}

/** Texts that differ only in case, spaces or accents, the most frequent first: at most six. */
export type Spelling = { readonly values: readonly ValueCount[]; readonly rows: number }

export type ColumnProfile = {
  readonly name: string
  readonly type: ColumnType
  /** The symbol that the numbers carried in the file: `%` (12 % is 12, not 0.12), `$`, `€` …; missing where none. */
  readonly unit?: string
  /** Were thousands parted by a mark (`1,234`) in the file? Missing where not. */
  readonly isGrouped?: boolean | undefined
  /** Cells that hold no value; odd cells are not among them. */
  readonly nulls: number
  /** Cells whose text did not fit the type; they are null in the table, kept as text in `odd`. */
  readonly oddCount: number
  readonly odd: readonly { readonly row: number; readonly text: string }[]
  readonly distinct: { readonly count: number; readonly exact: boolean }
  /** Most frequent first, at most 20, the first being the mode; moments as ISO text. Where `distinct` is not exact, counts are at least these. */
  readonly top: readonly ValueCount[]
  readonly numbers: NumberProfile | null
  readonly text: TextProfile | null
  /** What its texts look like; missing for other types, for columns without values, and in profiles written before it was measured. */
  readonly shapes?: ShapeProfile | undefined
  /** Of a date or timestamp column: which periods are there. Null for other columns. Since version 2. */
  readonly coverage?: MomentCoverage | null | undefined
  /** Groups of spellings of one text, at most ten, those of most rows first. Since version 2. */
  readonly spellings?: readonly Spelling[] | undefined
}

/** Pearson's r between two numeric columns over the rows where both have a value. */
export type Correlation = { readonly a: string; readonly b: string; readonly r: number; readonly rows: number }

export type Profile = {
  /** Missing in profiles of version 1. */
  readonly version?: number
  readonly rows: number
  readonly columns: readonly ColumnProfile[]
  readonly correlations: readonly Correlation[]
  /** What only the rows together show. Since version 2. */
  readonly table?: TableProfile | undefined
  /** The column along which the rows run in time, and what its measures do; null where there is none. Since version 2. */
  readonly time?: TimeProfile | null | undefined
  readonly ingest: IngestReport
}
