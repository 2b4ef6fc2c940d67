import { loess } from './loess.ts'

const rounds = 2
const odd = (value: number): number => 2 * Math.floor(Math.ceil(value) / 2) + 1

function movingAverage(values: Float64Array, width: number): Float64Array {
  const averages = new Float64Array(Math.max(0, values.length - width + 1))
  let sum = 0
  for (let at = 0; at < values.length; at++) {
    sum += values[at] ?? 0
    if (at >= width) sum -= values[at - width] ?? 0
    if (at >= width - 1) averages[at - width + 1] = sum / width
  }
  return averages
}

/** Smooths the values of each place in the season on their own; one season more at either end. */
function cycles(values: Float64Array, season: number, width: number): Float64Array {
  const out = new Float64Array(values.length + 2 * season)
  for (let place = 0; place < season; place++) {
    const count = Math.floor((values.length - 1 - place) / season) + 1
    const own = Float64Array.from({ length: count }, (_, cycle) => values[place + cycle * season] ?? 0)
    for (const [cycle, value] of loess(own, width, 1).entries()) out[place + cycle * season] = value
  }
  return out
}

/**
 * The season of a series, value by value, by the seasonal and trend decomposition of Cleveland and others (1990)
 * without its robust rounds. `width`: seasons that are smoothed together; odd.
 */
export function stlSeason(values: Float64Array, season: number, width: number): Float64Array {
  let trend: Float64Array = new Float64Array(values.length)
  let seasonal: Float64Array = new Float64Array(values.length)
  const trendWidth = odd((1.5 * season) / (1 - 1.5 / width))
  for (let round = 0; round < rounds; round++) {
    const level = trend
    const smooth = cycles(
      values.map((value, at) => value - (level[at] ?? 0)),
      season,
      width,
    )
    const passed = loess(movingAverage(movingAverage(movingAverage(smooth, season), season), 3), odd(season))
    const current = values.map((_, at) => (smooth[at + season] ?? 0) - (passed[at] ?? 0))
    trend = loess(
      values.map((value, at) => value - (current[at] ?? 0)),
      trendWidth,
    )
    seasonal = current
  }
  return seasonal
}
