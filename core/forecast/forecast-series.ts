import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import { ensembleForecast } from '../stats/forecast/ensemble.ts'
import { type ForecastModelId, forecastModels } from '../stats/forecast/registry.ts'
import { type RegularSeries, regularSeries, timeOf, type TimedValues } from './regular-series.ts'

/** One step ahead, with the intervals that hold 80 % and 95 % of what will be. */
type ForecastPoint = {
  /** In the unit of the series' times. */
  readonly time: number
  readonly forecast: number
  readonly low80: number
  readonly high80: number
  readonly low95: number
  readonly high95: number
}

export type SeriesForecast = {
  readonly points: readonly ForecastPoint[]
  /** Models by their share, largest first. */
  readonly models: readonly { readonly title: string; readonly share: number }[]
  /** Steps of the season that was used; 1 for none. */
  readonly season: number
  readonly filled: number
  /**
   * Error of the forecast as a part of the error of repeating the last value or season, in trials on the end of the
   * series; null if it is too short for a trial.
   */
  readonly errorOfBaseline: number | null
}

const fewest = 6
/** Values that models look back on; older ones tell little and cost time. */
const mostValues = 2000
export const mostSteps = 1000

function recent(regular: RegularSeries): RegularSeries {
  const { series } = regular
  const from = Math.max(0, series.values.length - mostValues)
  return { ...regular, series: { ...series, values: series.values.slice(from) }, firstTime: timeOf(regular, from) }
}

/** Continues values by time; refused where there are too few. */
export function forecastSeries(timed: TimedValues, horizon: number): Result<SeriesForecast> {
  const placed = regularSeries(timed)
  if (!placed.ok) return placed
  const regular = recent(placed.value)
  const { values, season } = regular.series
  const found = values.length < fewest ? null : ensembleForecast(regular.series, horizon)
  if (!found) return fail('series/too-short', { series: timed.name, values: values.length, needed: fewest })
  const { middle, half80, half95, shares, error, baselineError } = found
  return ok({
    points: [...middle].map((forecast, at) => ({
      time: timeOf(regular, values.length + at),
      forecast,
      low80: forecast - (half80[at] ?? 0),
      high80: forecast + (half80[at] ?? 0),
      low95: forecast - (half95[at] ?? 0),
      high95: forecast + (half95[at] ?? 0),
    })),
    models: [...shares]
      .toSorted((a, b) => b[1] - a[1])
      .map(([id, share]: readonly [ForecastModelId, number]) => ({ title: forecastModels[id].title, share })),
    season,
    filled: placed.value.filled,
    errorOfBaseline: error === null || baselineError === null || baselineError === 0 ? null : error / baselineError,
  })
}
