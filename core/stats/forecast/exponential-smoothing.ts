import { nelderMead } from '../nelder-mead.ts'
import { seasonalEffects } from './classical-decomposition.ts'
import { isSeasonal } from './seasonality.ts'
import { type ForecastModel, isPositive, type Series } from './series.ts'

/** One of the models: how the error, the trend and the season join the level. */
type Form = {
  readonly error: 'add' | 'multiply'
  readonly trend: 'none' | 'add' | 'damped'
  readonly season: 'none' | 'add' | 'multiply'
}

type Parameters = {
  readonly alpha: number
  readonly beta: number
  readonly gamma: number
  readonly phi: number
  readonly level: number
  readonly slope: number
}

/** What the recursion starts from and writes to. */
type Work = { readonly values: Float64Array; readonly start: Float64Array; readonly effects: Float64Array }

const fewest = 4
/** Longer seasons have too many states to be learned this way. */
const longestSeason = 24

const trends = ['none', 'add', 'damped'] as const
const logistic = (value: number): number => 1 / (1 + Math.exp(-value))

/** Parameters from numbers without bounds: each lands inside the usual region of Hyndman and others (2008). */
function parametersOf({ trend, season }: Form, point: Float64Array): Parameters {
  const [a = 0, level = 0, b = 0, slope = 0, damping = 0] = point
  const alpha = 1e-4 + 0.9998 * logistic(a)
  const hasTrend = trend !== 'none'
  return {
    alpha,
    level,
    beta: hasTrend ? alpha * logistic(b) : 0,
    slope: hasTrend ? slope : 0,
    phi: trend === 'damped' ? 0.8 + 0.18 * logistic(damping) : 1,
    gamma: season === 'none' ? 0 : (1 - alpha) * logistic(point.at(-1) ?? 0),
  }
}

/**
 * Runs a model over the values, then over its own forecasts. Returns minus twice the logarithm of the likelihood,
 * but for a constant; infinite where a forecast that errors are relative to is not positive.
 */
function run(form: Form, parameters: Parameters, work: Work, ahead: Float64Array): number {
  const { values, start, effects } = work
  const { alpha, beta, gamma, phi } = parameters
  const period = start.length
  const isRelative = form.error === 'multiply'
  let { level, slope } = parameters
  let [squares, logarithms] = [0, 0]
  effects.set(start)
  const count = values.length
  for (let at = 0; at < count + ahead.length; at++) {
    const place = at % period
    const effect = effects[place] ?? 0
    const base = level + phi * slope
    const expected = form.season === 'none' ? base : form.season === 'add' ? base + effect : base * effect
    if (at >= count) {
      ahead[at - count] = expected
      level = base
      slope *= phi
      continue
    }
    const value = values[at] ?? 0
    const error = value - expected
    if (isRelative) {
      if (!(expected > 0)) return Infinity
      const part = error / expected
      squares += part * part
      logarithms += Math.log(expected)
    } else squares += error * error
    const change = form.season === 'multiply' ? error / effect : error
    level = base + alpha * change
    slope = phi * slope + beta * change
    if (form.season === 'add') effects[place] = effect + gamma * error
    else if (form.season === 'multiply') effects[place] = effect + (gamma * error) / base
  }
  return count * Math.log(squares) + 2 * logarithms
}

type Fitted = { readonly form: Form; readonly parameters: Parameters; readonly criterion: number }

/** Level and slope at the start, by the first values without their season. */
function startOf({ season }: Form, { values, start }: Work): { readonly level: number; readonly slope: number } {
  const period = start.length
  const shown = Math.min(values.length, Math.max(10, 2 * period))
  const adjusted = Array.from(values.subarray(0, shown), (value, at) => {
    const effect = start[at % period] ?? 0
    return season === 'none' ? value : season === 'add' ? value - effect : value / effect
  })
  const half = shown >> 1
  const average = (part: readonly number[]): number => part.reduce((sum, value) => sum + value, 0) / part.length
  const [early, late] = [average(adjusted.slice(0, half)), average(adjusted.slice(half))]
  const slope = (late - early) / (shown / 2)
  return { level: early - (slope * half) / 2, slope }
}

function fit(form: Form, work: Work): Fitted | null {
  const { level, slope } = startOf(form, work)
  const { trend, season } = form
  const scale = Math.abs(level) / 10 || 1
  const start = [0, level]
  const steps = [1, scale]
  if (trend !== 'none') {
    start.push(-2, slope)
    steps.push(1, Math.abs(slope) || scale / 10)
  }
  if (trend === 'damped') {
    start.push(1)
    steps.push(1)
  }
  if (season !== 'none') {
    start.push(-3)
    steps.push(1)
  }
  const nothing = new Float64Array(0)
  const { at, cost } = nelderMead((point) => run(form, parametersOf(form, point), work, nothing), start, {
    steps,
    evaluations: 120 * start.length,
    tolerance: 1e-7,
  })
  const count = work.values.length
  const states = start.length + (season === 'none' ? 0 : work.start.length - 1) + 1
  const spare = count - states - 1
  if (!Number.isFinite(cost) || spare <= 0) return null
  return {
    form,
    parameters: parametersOf(form, at),
    criterion: cost + 2 * states + (2 * states * (states + 1)) / spare,
  }
}

/** Models worth trying: relative errors for positive values alone, and no season in ratios to errors that are added. */
function formsFor({ values, season }: Series): readonly Form[] {
  const positive = isPositive(values)
  const isRepeating = season <= longestSeason && isSeasonal(values, season)
  const pairs: readonly (readonly [Form['error'], Form['season']])[] = isRepeating
    ? [
        ['add', 'add'],
        ...(positive
          ? ([
              ['multiply', 'add'],
              ['multiply', 'multiply'],
            ] as const)
          : []),
      ]
    : [['add', 'none'], ...(positive ? ([['multiply', 'none']] as const) : [])]
  return trends.flatMap((trend) => pairs.map(([error, seasonal]) => ({ error, trend, season: seasonal })))
}

const startEffects = (series: Series, { season }: Form): Float64Array =>
  season === 'none' ? new Float64Array(1) : seasonalEffects(series, season === 'multiply')

type Continued = { readonly criterion: number; readonly ahead: Float64Array }

function continued(form: Form, series: Series, horizon: number): Continued | null {
  const start = startEffects(series, form)
  const work = { values: series.values, start, effects: start.slice() }
  const fitted = fit(form, work)
  if (!fitted) return null
  const ahead = new Float64Array(horizon)
  run(form, fitted.parameters, work, ahead)
  return ahead.every(Number.isFinite) ? { criterion: fitted.criterion, ahead } : null
}

/**
 * Exponential smoothing in its state space form, with every error, trend and season that suits, weighted by how likely
 * each is to be the best (Akaike weights of AICc; Kolassa, 2011).
 */
export const exponentialSmoothing: ForecastModel = {
  title: 'Exponential smoothing',
  reference: 'ETS of Hyndman, Koehler, Ord and Snyder (2008)',
  forecast(series, horizon) {
    if (series.values.length < fewest) return null
    const all = formsFor(series).flatMap((form) => continued(form, series, horizon) ?? [])
    if (all.length === 0) return null
    const least = Math.min(...all.map(({ criterion }) => criterion))
    const weights = all.map(({ criterion }) => Math.exp((least - criterion) / 2))
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    return Float64Array.from({ length: horizon }, (_, step) =>
      all.reduce((sum, { ahead }, at) => sum + ((weights[at] ?? 0) / whole) * (ahead[step] ?? 0), 0),
    )
  },
}
