import type { TestResult } from '../stats/test-result.ts'

/** Time grains, finest first. Weeks begin on Monday. */
export const timeGrains = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const
export type TimeGrain = (typeof timeGrains)[number]

/** Consecutive periods without a row: the first moments of the first and the last period. */
export type Gap = { readonly from: number; readonly to: number; readonly periods: number }

/** Periods with a row, between a column's first and last moment. */
export type MomentCoverage = {
  /** The finest grain at which at least 60 % of periods have a row; null if none does. */
  readonly grain: TimeGrain | null
  /** True if no row falls on a weekend at daily grain; weekends are then not expected. */
  readonly weekdaysOnly: boolean
  /** Expected periods from first to last, and how many have no row. */
  readonly expected: number
  readonly missing: number
  /** The longest gaps, at most ten, longest first. */
  readonly gaps: readonly Gap[]
}

/** Tests of a measure's mean per period. */
export type SeriesProfile = {
  readonly column: string
  readonly periods: number
  /** Stationarity (ADF, KPSS) and trend (Mann–Kendall). */
  readonly tests: readonly TestResult[]
  /** Sen's slope: the median change per period. */
  readonly slope: number | null
}

export type TimeProfile = {
  readonly column: string
  readonly grain: TimeGrain | null
  /** Share of expected periods that have a row. */
  readonly regularity: number
  readonly series: readonly SeriesProfile[]
}
