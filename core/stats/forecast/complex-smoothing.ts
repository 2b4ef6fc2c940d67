import { nelderMead } from '../nelder-mead.ts'
import { deseasonalise } from './classical-decomposition.ts'
import type { ForecastModel } from './series.ts'

const fewest = 5

/** Runs the recursion over the values, then over its own forecasts; returns the sum of squared errors. */
function run(
  values: Float64Array,
  [real = 0, imaginary = 0, level = 0, potential = 0]: Float64Array,
  ahead: Float64Array,
): number {
  let squares = 0
  for (let at = 0; at < values.length + ahead.length; at++) {
    const error = at < values.length ? (values[at] ?? 0) - level : 0
    if (at >= values.length) ahead[at - values.length] = level
    squares += error * error
    const next = level - (1 - imaginary) * potential + (real - imaginary) * error
    potential = level + (1 - real) * potential + (real + imaginary) * error
    level = next
  }
  return squares
}

/** The spectral radius of the discount matrix: errors of the past must fade. */
function radius([real = 0, imaginary = 0]: Float64Array): number {
  const trace = 1 - (real - imaginary) + (1 - real)
  const determinant = (1 - (real - imaginary)) * (1 - real) + (1 - imaginary) * (1 - (real + imaginary))
  const discriminant = trace * trace - 4 * determinant
  if (discriminant < 0) return Math.sqrt(Math.abs(determinant))
  return (Math.abs(trace) + Math.sqrt(discriminant)) / 2
}

/** Smoothing by a complex number, which follows levels and trends without telling them apart. */
export const complexSmoothing: ForecastModel = {
  title: 'Complex smoothing',
  reference: 'Complex exponential smoothing of Svetunkov, Kourentzes and Ord (2022)',
  forecast(series, horizon) {
    const { values, reseason } = deseasonalise(series)
    if (values.length < fewest) return null
    const nothing = new Float64Array(0)
    const first = (values.subarray(0, 10).reduce((sum, value) => sum + value, 0) || 1) / Math.min(10, values.length)
    const { at, cost } = nelderMead(
      (point) => (radius(point) >= 1 ? Infinity : run(values, point, nothing)),
      [1.3, 1, first, first / 1.1],
      { steps: [0.1, 0.05, first / 10, first / 10], evaluations: 600, tolerance: 1e-8 },
    )
    if (!Number.isFinite(cost)) return null
    const ahead = new Float64Array(horizon)
    run(values, at, ahead)
    return reseason(ahead)
  },
}
