import type { TestResult } from '../stats/test-result.ts'

/** The periods time is cut into, finest first. Weeks begin on Monday. */
export const timeGrains = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const
export type TimeGrain = (typeof timeGrains)[number]

/** Periods without a row that follow each other: the first moments of the first and the last of them. */
export type Gap = { readonly from: number; readonly to: number; readonly periods: number }

/** Which periods between its first and its last moment a column holds. */
export type MomentCoverage = {
  /** The finest grain at which three in five periods hold a row; null where the moments are too scattered for any. */
  readonly grain: TimeGrain | null
  /** Does no row fall on a Saturday or Sunday, though days are followed? Weekends are then not expected. */
  readonly weekdaysOnly: boolean
  /** Periods from the first to the last, and how many of them hold no row. */
  readonly expected: number
  readonly missing: number
  /** The longest, at most ten, longest first. */
  readonly gaps: readonly Gap[]
}

/** What a measure does along time: its mean in each period, tested. */
export type SeriesProfile = {
  readonly column: string
  readonly periods: number
  /** Stationarity (ADF, KPSS) and trend (Mann–Kendall). */
  readonly tests: readonly TestResult[]
  /** Sen's slope: the median change from one period to the next. */
  readonly slope: number | null
}

export type TimeProfile = {
  readonly column: string
  readonly grain: TimeGrain | null
  /** The share of expected periods that are there. */
  readonly regularity: number
  readonly series: readonly SeriesProfile[]
}
