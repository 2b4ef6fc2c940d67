import { mean } from '../central-sums.ts'
import { levelStatistic } from '../kpss.ts'
import { nelderMead } from '../nelder-mead.ts'
import { seasonalStrength } from './seasonal-strength.ts'
import { type ForecastModel, isConstant, type Series } from './series.ts'

/** Numbers of autoregressive and moving-average terms: of single steps and of whole seasons. */
type Orders = { readonly p: number; readonly q: number; readonly seasonalP: number; readonly seasonalQ: number }

const fewest = 10
const mostTerms = 3
const mostModels = 24
const longestSeason = 24
/** The KPSS statistic beyond which a level is not taken to stay: 5 %. */
const moves = 0.463
/** Strength of a season (0 to 1) from which whole seasons are subtracted, as in R's `forecast`. */
const strongSeason = 0.64

function differences(values: Float64Array, lag: number): Float64Array {
  const out = new Float64Array(Math.max(0, values.length - lag))
  for (let at = 0; at < out.length; at++) out[at] = (values[at + lag] ?? 0) - (values[at] ?? 0)
  return out
}

/** Does the level of the values move? Bandwidth as in R's `forecast`, which short series need. */
function levelMoves(values: Float64Array): boolean {
  const centre = mean(values)
  const lags = Math.floor((3 * Math.sqrt(values.length)) / 13)
  return (
    (levelStatistic(
      values.map((value) => value - centre),
      lags,
    ) ?? 0) > moves
  )
}

/** Lags subtracted until the level stays: a season at most once, a step at most twice. */
function lagsToSubtract({ values, season }: Series): readonly number[] {
  const lags: number[] = []
  let rest = values
  if (season > 1 && season <= longestSeason && seasonalStrength({ values, season }) > strongSeason) {
    lags.push(season)
    rest = differences(rest, season)
  }
  for (let times = 0; times < 2 && !isConstant(rest); times++) {
    if (!levelMoves(rest)) break
    lags.push(1)
    rest = differences(rest, 1)
  }
  return lags
}

/** Coefficients of a stationary process from numbers without bounds, by partial autocorrelations (Jones, 1980). */
function stationary(raw: Float64Array): Float64Array {
  const coefficients = new Float64Array(raw.length)
  for (let order = 0; order < raw.length; order++) {
    const partial = Math.tanh(raw[order] ?? 0)
    const before = coefficients.slice(0, order)
    for (let at = 0; at < order; at++) coefficients[at] = (before[at] ?? 0) - partial * (before[order - 1 - at] ?? 0)
    coefficients[order] = partial
  }
  return coefficients
}

/** The product of (1 - a B - …) and (1 - s B^season - …), as coefficients of lags 1, 2 … */
function product(single: Float64Array, seasonal: Float64Array, season: number): Float64Array {
  const out = new Float64Array(single.length + seasonal.length * season)
  out.set(single)
  for (let block = 0; block < seasonal.length; block++) {
    const weight = seasonal[block] ?? 0
    const shift = (block + 1) * season
    out[shift - 1] = (out[shift - 1] ?? 0) + weight
    for (let at = 0; at < single.length; at++) out[shift + at] = (out[shift + at] ?? 0) - weight * (single[at] ?? 0)
  }
  return out
}

type Terms = { readonly centre: number; readonly past: Float64Array; readonly shocks: Float64Array }

function termsOf(
  { p, q, seasonalP, seasonalQ }: Orders,
  season: number,
  hasCentre: boolean,
  point: Float64Array,
): Terms {
  let from = hasCentre ? 1 : 0
  const take = (count: number): Float64Array => point.slice(from, (from += count))
  const [ar, ma, seasonalAr, seasonalMa] = [take(p), take(q), take(seasonalP), take(seasonalQ)].map(stationary)
  const none = new Float64Array(0)
  return {
    centre: hasCentre ? (point[0] ?? 0) : 0,
    past: product(ar ?? none, seasonalAr ?? none, season),
    // A moving average is invertible where the same autoregression would be stationary.
    shocks: product(ma ?? none, seasonalMa ?? none, season).map((weight) => -weight),
  }
}

/** The value that terms expect at `at`; what lies before the first value counts as the centre. */
function expectedAt(at: number, values: Float64Array, errors: Float64Array, { centre, past, shocks }: Terms): number {
  let expected = centre
  for (let lag = Math.min(past.length, at); lag >= 1; lag--)
    expected += (past[lag - 1] ?? 0) * ((values[at - lag] ?? 0) - centre)
  for (let lag = Math.min(shocks.length, at); lag >= 1; lag--)
    expected += (shocks[lag - 1] ?? 0) * (errors[at - lag] ?? 0)
  return expected
}

function squaresOf(values: Float64Array, terms: Terms, errors: Float64Array): number {
  let squares = 0
  for (let at = 0; at < values.length; at++) {
    const error = (values[at] ?? 0) - expectedAt(at, values, errors, terms)
    errors[at] = error
    squares += error * error
  }
  return squares
}

type Fitted = { readonly terms: Terms; readonly criterion: number }

function fit(values: Float64Array, orders: Orders, season: number, hasCentre: boolean): Fitted | null {
  const count = orders.p + orders.q + orders.seasonalP + orders.seasonalQ + (hasCentre ? 1 : 0)
  const spare = values.length - count - 2
  if (spare <= 0) return null
  const centre = mean(values)
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length) || 1
  const start = Array.from({ length: count }, (_, at) => (hasCentre && at === 0 ? centre : 0.1))
  const errors = new Float64Array(values.length)
  const squares = (point: Float64Array): number => squaresOf(values, termsOf(orders, season, hasCentre, point), errors)
  const { at, cost } = nelderMead(squares, start, {
    steps: start.map((_, index) => (hasCentre && index === 0 ? spread / 4 : 0.4)),
    evaluations: 50 * (count + 1),
    tolerance: 1e-6,
  })
  const parameters = count + 1
  const criterion =
    values.length * Math.log(cost / values.length) + 2 * parameters + (2 * parameters * (parameters + 1)) / spare
  return Number.isNaN(criterion) ? null : { terms: termsOf(orders, season, hasCentre, at), criterion }
}

const neighbours = ({ p, q, seasonalP, seasonalQ }: Orders, isSeasonal: boolean): readonly Orders[] =>
  [
    [1, 0, 0, 0],
    [-1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, -1, 0, 0],
    [1, 1, 0, 0],
    [-1, -1, 0, 0],
    ...(isSeasonal
      ? [
          [0, 0, 1, 0],
          [0, 0, -1, 0],
          [0, 0, 0, 1],
          [0, 0, 0, -1],
        ]
      : []),
  ]
    .map(([a = 0, b = 0, c = 0, d = 0]) => ({ p: p + a, q: q + b, seasonalP: seasonalP + c, seasonalQ: seasonalQ + d }))
    .filter(
      (orders) =>
        Object.values(orders).every((order) => order >= 0) &&
        Math.max(orders.p, orders.q) <= mostTerms &&
        Math.max(orders.seasonalP, orders.seasonalQ) <= 1,
    )

const startingOrders = (isSeasonal: boolean): readonly Orders[] => {
  const seasonal = isSeasonal ? 1 : 0
  return [
    { p: 2, q: 2, seasonalP: seasonal, seasonalQ: seasonal },
    { p: 0, q: 0, seasonalP: 0, seasonalQ: 0 },
    { p: 1, q: 0, seasonalP: seasonal, seasonalQ: 0 },
    { p: 0, q: 1, seasonalP: 0, seasonalQ: seasonal },
  ]
}

type Chosen = Fitted & { readonly orders: Orders }

const better = (one: Chosen | null, other: Chosen | null): Chosen | null =>
  one && (!other || one.criterion <= other.criterion) ? one : other

/** The orders of least AICc, found stepwise as Hyndman and Khandakar (2008) do. */
function search(values: Float64Array, season: number, hasCentre: boolean): Chosen | null {
  const isSeasonal = season > 1
  const tried = new Set<string>()
  let best: Chosen | null = null
  let open = startingOrders(isSeasonal)
  while (open.length > 0 && tried.size < mostModels) {
    const before: Chosen | null = best
    for (const orders of open) {
      const key = Object.values(orders).join()
      if (tried.has(key) || tried.size >= mostModels) continue
      tried.add(key)
      const fitted = fit(values, orders, season, hasCentre)
      best = better(best, fitted && { ...fitted, orders })
    }
    open = best === null || best === before ? [] : neighbours(best.orders, isSeasonal)
  }
  return best
}

function continued(values: Float64Array, terms: Terms, horizon: number): Float64Array {
  const all = new Float64Array(values.length + horizon)
  const errors = new Float64Array(all.length)
  all.set(values)
  squaresOf(values, terms, errors)
  for (let at = values.length; at < all.length; at++) all[at] = expectedAt(at, all, errors, terms)
  return all.slice(values.length)
}

/** Adds up what was subtracted: `ahead` are differences at `lag` that follow `values`. */
function summed(values: Float64Array, ahead: Float64Array, lag: number): Float64Array {
  const all = new Float64Array(values.length + ahead.length)
  all.set(values)
  for (let at = values.length; at < all.length; at++) all[at] = (all[at - lag] ?? 0) + (ahead[at - values.length] ?? 0)
  return all.slice(values.length)
}

/** The likelier of the two: around a centre, which after one difference is a drift, and without. */
function likeliest(rest: Float64Array, season: number, differenced: number): Chosen | null {
  const centred = differenced < 2 ? search(rest, season, true) : null
  const free = differenced > 0 ? search(rest, season, false) : null
  return better(centred, free)
}

/** Autoregression and moving average of differences; their numbers are those of the least AICc. */
export const arima: ForecastModel = {
  title: 'ARIMA',
  reference: 'Box and Jenkins (1976), orders after Hyndman and Khandakar (2008), by conditional least squares',
  forecast(series, horizon) {
    const { values } = series
    if (values.length < fewest) return null
    const lags = lagsToSubtract(series)
    const season = series.season <= longestSeason ? series.season : 1
    const levels: Float64Array[] = [values]
    for (const lag of lags) levels.push(differences(levels.at(-1) ?? values, lag))
    const rest = levels.at(-1) ?? values
    if (rest.length < fewest / 2 || isConstant(rest)) return null
    const chosen = likeliest(rest, season, lags.length)
    if (!chosen) return null
    let ahead = continued(rest, chosen.terms, horizon)
    for (const [at, lag] of [...lags.entries()].toReversed()) ahead = summed(levels[at] ?? values, ahead, lag)
    return ahead
  },
}
