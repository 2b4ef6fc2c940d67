import { nelderMead } from '../nelder-mead.ts'
import { deseasonalise } from './classical-decomposition.ts'
import type { ForecastModel } from './series.ts'

const fewest = 4
const alphas = { least: 0.1, most: 0.99 }
const thetas = { least: 1, most: 1e3 }
/** Values whose errors do not count, because the line through the values is not known yet. */
const burnIn = 3

const within = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, value))

type Parameters = { readonly level: number; readonly alpha: number; readonly theta: number }

/** Runs the recursion over the values, then over its own forecasts; returns the sum of squared errors. */
function run(values: Float64Array, { level, alpha, theta }: Parameters, ahead: Float64Array): number {
  let [smooth, average, slope, intercept, power, squares] = [level, 0, 0, 0, 1, 0]
  const weight = 1 - 1 / theta
  for (let at = 0; at < values.length + ahead.length; at++) {
    // `power` is (1 - alpha) to the number of values before this one.
    const expected = smooth + weight * (power * intercept + ((1 - power * (1 - alpha)) / alpha) * slope)
    const isKnown = at < values.length
    const value = isKnown ? (values[at] ?? 0) : expected
    if (isKnown && at >= burnIn) squares += (value - expected) ** 2
    if (!isKnown) ahead[at - values.length] = expected
    const count = at + 1
    smooth = alpha * value + (1 - alpha) * smooth
    const before = average
    average = (at * average + value) / count
    slope = count === 1 ? 0 : ((count - 2) * slope + (6 * (value - before)) / count) / (count + 1)
    intercept = average - (slope * (count + 1)) / 2
    power *= 1 - alpha
  }
  return squares
}

const parametersOf = ([level = 0, alpha = 0.5, theta = 2]: ArrayLike<number> & Iterable<number>): Parameters => ({
  level,
  alpha: within(alpha, alphas),
  theta: within(theta, thetas),
})

/** How far parameters are outside of what is allowed. */
const excess = ([, alpha = 0, theta = 0]: Float64Array): number =>
  Math.abs(alpha - within(alpha, alphas)) + Math.abs(theta - within(theta, thetas))

/** Exponential smoothing between the values and a line through them, which is drawn anew at each value. */
export const dynamicTheta: ForecastModel = {
  title: 'Theta',
  reference: 'Dynamic optimised theta model of Fiorucci and others (2016)',
  forecast(series, horizon) {
    const { values, reseason } = deseasonalise(series)
    if (values.length < fewest) return null
    const nothing = new Float64Array(0)
    const [first = 0] = values
    const { at } = nelderMead(
      (point) => run(values, parametersOf(point), nothing) * (1 + excess(point)),
      [first / 2, 0.5, 2],
      { steps: [first / 2 || 1, 0.2, 1], evaluations: 300, tolerance: 1e-8 },
    )
    const ahead = new Float64Array(horizon)
    run(values, parametersOf(at), ahead)
    return reseason(ahead)
  },
}
