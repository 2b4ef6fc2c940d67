import { backtest, type Candidates, candidatesOf, type Trial } from './backtest.ts'
import type { ForecastModelId } from './registry.ts'
import type { Series } from './series.ts'

/** A forecast of several models together, and what is known of its error. */
export type EnsembleForecast = {
  /** The forecast of each step. */
  readonly middle: Float64Array
  /** Half the width of the interval that holds 80 % and 95 % of what will be, step by step. */
  readonly half80: Float64Array
  readonly half95: Float64Array
  /** Share of each model in the forecast; they add up to 1. */
  readonly shares: ReadonlyMap<ForecastModelId, number>
  /** Mean absolute error in trials on the end of the series; null if it is too short for any. */
  readonly error: number | null
  /** The same of repeating the last value, or the last season. */
  readonly baselineError: number | null
}

/** Without a season the models differ less than their errors do: Theta, which wins on such series, leads. */
const trust: Readonly<Record<'seasonal' | 'plain', Readonly<Record<ForecastModelId, number>>>> = {
  seasonal: { theta: 1, smoothing: 1, arima: 1, complex: 1, seasons: 1 },
  plain: { theta: 3, smoothing: 1, arima: 0.5, complex: 0, seasons: 1 },
}
/** Errors seen in trials until they count in full: weights fall with the error to the power `seen / evidence`. */
const evidence = 72
const mostPower = 3

/**
 * Multiples of the mean absolute error in trials, and growth by horizon, chosen on 509 public series of M1, M3, M4
 * and NN5 (`test/eval/forecasts.ts`).
 */
const spread = { middle80: 1.79, middle95: 3.68, seasonalGrowth: 0.3, plainGrowth: 0.6 }

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function absoluteError(ahead: Float64Array, actual: Float64Array): number {
  let sum = 0
  for (let step = 0; step < actual.length; step++) sum += Math.abs((ahead[step] ?? 0) - (actual[step] ?? 0))
  return sum / actual.length
}

const forecastOf = ({ models, baseline }: Candidates, id: ForecastModelId): Float64Array => models.get(id) ?? baseline

/** Weights by trust and by errors in trials; trials that are few change little. */
function sharesOf(ids: readonly ForecastModelId[], trials: readonly Trial[], isSeasonal: boolean) {
  const seen = trials.reduce((sum, { actual }) => sum + actual.length, 0)
  const power = Math.min(mostPower, seen / evidence)
  const errors = ids.map((id) =>
    mean(trials.map((trial) => absoluteError(forecastOf(trial.candidates, id), trial.actual))),
  )
  const least = Math.min(...errors)
  const prior = trust[isSeasonal ? 'seasonal' : 'plain']
  const weights = ids.map((id, at) => {
    const error = errors[at] ?? 0
    return prior[id] * (trials.length === 0 || error === 0 ? 1 : (least / error) ** power)
  })
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return new Map(ids.map((id, at) => [id, (weights[at] ?? 0) / whole]))
}

function combined(candidates: Candidates, shares: ReadonlyMap<ForecastModelId, number>): Float64Array {
  return candidates.baseline.map((_, step) => {
    let sum = 0
    for (const [id, share] of shares) sum += share * (forecastOf(candidates, id)[step] ?? 0)
    return sum
  })
}

const absoluteSteps = (values: Float64Array, lag: number): number =>
  values.length <= lag ? 0 : absoluteError(values.subarray(0, values.length - lag), values.subarray(lag))

/** Mean absolute error of one step ahead: in trials, or of the seasonal naive forecast where there are none. */
function stepError(
  series: Series,
  trials: readonly Trial[],
  shares: ReadonlyMap<ForecastModelId, number>,
  growth: number,
): number {
  if (trials.length === 0) return absoluteSteps(series.values, series.season)
  const errors = trials.map(({ candidates, actual }) => {
    const ahead = combined(candidates, shares)
    const scaled = actual.map((value, step) => Math.abs(value - (ahead[step] ?? 0)) / (step + 1) ** growth)
    return mean([...scaled])
  })
  return mean(errors)
}

/**
 * Continues a series by several models, weighted by how they did on its own end (Bates and Granger, 1969). Null if it
 * is too short for any.
 */
export function ensembleForecast(series: Series, horizon: number): EnsembleForecast | null {
  const candidates = candidatesOf(series, horizon)
  const isSeasonal = series.season > 1
  const ids = [...candidates.models.keys()]
  if (ids.length === 0) return null
  const trials = backtest(series, horizon)
  const shares = sharesOf(ids, trials, isSeasonal)
  const growth = isSeasonal ? spread.seasonalGrowth : spread.plainGrowth
  const step = stepError(series, trials, shares, growth)
  const half = (times: number): Float64Array =>
    Float64Array.from({ length: horizon }, (_, at) => times * step * (at + 1) ** growth)
  const errorOf = (aheadOf: (trial: Trial) => Float64Array): number | null =>
    trials.length === 0 ? null : mean(trials.map((trial) => absoluteError(aheadOf(trial), trial.actual)))
  return {
    middle: combined(candidates, shares),
    half80: half(spread.middle80),
    half95: half(spread.middle95),
    shares,
    error: errorOf(({ candidates: seen }) => combined(seen, shares)),
    baselineError: errorOf(({ candidates: seen }) => seen.baseline),
  }
}
