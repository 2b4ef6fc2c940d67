import { autocorrelations } from './autocorrelations.ts'

/** Standard errors that an autocorrelation must exceed: 90 %, two-sided. */
const errors = 1.645
/** Seasons that a series must have for one to be told from chance. */
const fewestSeasons = 3

/**
 * Does the series repeat itself after `season` steps? The test of the M4 competition (Makridakis and others, 2020): the
 * autocorrelation at that lag against Bartlett's error.
 */
export function isSeasonal(values: Float64Array, season: number): boolean {
  if (season < 2 || values.length < fewestSeasons * season) return false
  const correlations = autocorrelations(values, season)
  let squares = 0
  for (let lag = 1; lag < season; lag++) squares += (correlations[lag] ?? 0) ** 2
  return Math.abs(correlations[season] ?? 0) > errors * Math.sqrt((1 + 2 * squares) / values.length)
}
