import { normalAbove, polynomial } from './normal-distribution.ts'
import { Projection } from './projection.ts'
import { ofOne, type Statistic } from './statistic.ts'

const fewest = 12

/**
 * MacKinnon's response surface for a constant without trend: the bounds where p is nearly 0 and 1, and the
 * polynomials between them.
 */
const surface = {
  least: -18.83,
  most: 2.74,
  turn: -1.61,
  low: [2.1659, 1.4412, 0.038269],
  high: [1.7339, 0.93202, -0.12745, -0.010368],
}

function chanceOf(statistic: number): number {
  if (statistic > surface.most) return 1
  if (statistic < surface.least) return 0
  return normalAbove(-polynomial(statistic <= surface.turn ? surface.low : surface.high, statistic))
}

/** Regression columns over the last `rows` rows: the lagged level, and the lagged changes. */
function columnsOf(series: Float64Array, rows: number) {
  const first = series.length - rows
  const at = (row: number): number => series[row] ?? 0
  const change = (lag: number): Float64Array =>
    Float64Array.from({ length: rows }, (_, row) => at(first + row - lag) - at(first + row - lag - 1))
  return {
    target: change(0),
    constant: new Float64Array(rows).fill(1),
    level: series.slice(first - 1, series.length - 1),
    change,
  }
}

/** Number of lagged changes with the lowest Akaike criterion. */
function chooseLags(series: Float64Array, most: number): number {
  const rows = series.length - 1 - most
  const { target, constant, level, change } = columnsOf(series, rows)
  const fit = new Projection(target)
  fit.add(constant)
  fit.add(level)
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (let lags = 0; lags <= most; lags++) {
    if (lags > 0) fit.add(change(lags))
    const criterion = rows * Math.log(fit.squares / rows) + 2 * fit.columns
    if (criterion < least) [best, least] = [lags, criterion]
  }
  return best
}

/** The level is added last: its projection over the residual noise is its t-value. */
function levelScore(series: Float64Array, lags: number): number | null {
  const rows = series.length - 1 - lags
  const { target, constant, level, change } = columnsOf(series, rows)
  const fit = new Projection(target)
  fit.add(constant)
  for (let lag = 1; lag <= lags; lag++) fit.add(change(lag))
  const share = fit.add(level)
  const noise = Math.sqrt(fit.squares / (rows - fit.columns))
  return share === null || !(noise > 0) ? null : share / noise
}

export const augmentedDickeyFuller: Statistic = {
  title: 'Augmented Dickey–Fuller test of a unit root',
  reference:
    'Said and Dickey (1984) with a constant, lags by Akaike up to 12(n/100)^¼, p after MacKinnon (1994), as statsmodels has it',
  takes: ['series'],
  compute: ofOne((series) => {
    const n = series.length
    if (n < fewest) return null
    const most = Math.min(Math.floor(n / 2) - 2, Math.ceil(12 * (n / 100) ** 0.25))
    const lags = chooseLags(series, most)
    const statistic = levelScore(series, lags)
    if (statistic === null || !Number.isFinite(statistic)) return null
    return { statistic, pValue: chanceOf(statistic), lags }
  }),
}
