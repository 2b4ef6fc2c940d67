import { type ForecastModelId, forecastModels } from './registry.ts'
import { seasonallyAdjustedNaive } from './naive.ts'
import type { Series } from './series.ts'

/** What each model and the baseline say of the same steps. */
export type Candidates = {
  readonly models: ReadonlyMap<ForecastModelId, Float64Array>
  readonly baseline: Float64Array
}

/** A forecast made as if the last values were not known yet, beside those values. */
export type Trial = { readonly candidates: Candidates; readonly actual: Float64Array }

/** Horizons between the end of the series and the ends of the trials. */
const distances = [1, 1.5, 2]
const fewest = 6

const isUsable = (ahead: Float64Array | null): ahead is Float64Array => ahead?.every(Number.isFinite) === true

/** Every model's forecast; models for which the series is too short are missing. */
export function candidatesOf(series: Series, horizon: number): Candidates {
  const models = new Map<ForecastModelId, Float64Array>()
  for (const id of Object.keys(forecastModels) as ForecastModelId[]) {
    if (id === 'complex' && series.season === 1) continue
    const ahead = forecastModels[id].forecast(series, horizon)
    if (isUsable(ahead)) models.set(id, ahead)
  }
  const baseline = seasonallyAdjustedNaive.forecast(series, horizon) ?? new Float64Array(horizon)
  return { models, baseline }
}

/** Trials from up to three origins (rolling-origin evaluation, Tashman, 2000); none if the series is too short. */
export function backtest(series: Series, horizon: number): readonly Trial[] {
  const { values, season } = series
  const least = Math.max(fewest, 2 * season + 1, horizon)
  return distances
    .map((distance) => values.length - Math.round(distance * horizon))
    .filter((origin) => origin >= least)
    .map((origin) => ({
      candidates: candidatesOf({ ...series, values: values.slice(0, origin) }, horizon),
      actual: values.slice(origin, origin + horizon),
    }))
}
