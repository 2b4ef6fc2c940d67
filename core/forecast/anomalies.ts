import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import { mean } from '../stats/central-sums.ts'
import { nearestDistances } from '../stats/discords.ts'
import { medianOf } from '../stats/median.ts'
import type { TimedValues } from './regular-series.ts'

/** One value, and how odd it is. */
export type Judged = {
  readonly time: number
  readonly value: number
  /** Distance of the stretch around it from the nearest other stretch, as a multiple of the usual distance. */
  readonly score: number
  readonly isAnomaly: boolean
  /** The range that the values around it give. */
  readonly low: number
  readonly high: number
}

/** Values that make a stretch. */
const width = 24
const fewest = 4 * width
/** Longer series are averaged in pairs until they are shorter, because every stretch is compared with every other. */
const mostPlaces = 4200
/** Least distance between two anomalies, as a part of the series. */
const apart = 0.03
/** At most so many anomalies are told, and each must exceed the mean of the next odd places by this factor. */
const mostAnomalies = 4
const crowd = { from: 3, to: 6 }
const beyondCrowd = 1.35
/** Half the width of the usual range, in standard deviations of the values around. */
const rangeErrors = 3
const normalDeviations = 1.4826
/** A distance below this part of the largest value is a rest of rounding. */
const rounding = 1e-5

/** Means of `factor` neighbours; a rest at the end is left out. */
function averaged(values: Float64Array, factor: number): Float64Array {
  return Float64Array.from({ length: Math.floor(values.length / factor) }, (_, place) => {
    let sum = 0
    for (let at = 0; at < factor; at++) sum += values[place * factor + at] ?? 0
    return sum / factor
  })
}

/** How odd each value is: that of the stretch with it in its middle. */
function oddness(values: Float64Array): { readonly scores: Float64Array; readonly factor: number } {
  let factor = 1
  while (values.length / factor > mostPlaces) factor *= 2
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const distances = nearestDistances(averaged(values, factor), width).map((distance) =>
    distance < rounding * largest ? 0 : distance,
  )
  // A series that mostly repeats itself has no usual distance but nothing: then the mean is one.
  const usual = medianOf(distances.slice()) || mean(distances)
  const scores = new Float64Array(values.length)
  for (const [start, distance] of distances.entries())
    for (let at = 0; at < factor; at++)
      scores[(start + width / 2) * factor + at] = distance === 0 ? 0 : distance / usual
  return { scores, factor }
}

/** The places of the highest scores, each at least `distance` from those before it. */
function highest(scores: Float64Array, count: number, distance: number): readonly number[] {
  const left = scores.slice()
  const places: number[] = []
  while (places.length < count) {
    let best = 0
    for (const [place, score] of left.entries()) if (score > (left[best] ?? 0)) best = place
    if (!((left[best] ?? 0) > 0)) break
    places.push(best)
    left.fill(0, Math.max(0, best - distance), best + distance + 1)
  }
  return places
}

type Range = { readonly middle: Float64Array; readonly spread: Float64Array }

/** Median of the values around each value, and their distance from it as a standard deviation. */
function rangeAround(values: Float64Array, half: number): Range {
  const middle = new Float64Array(values.length)
  const spread = new Float64Array(values.length)
  const stride = Math.max(1, Math.floor(half / 4))
  for (let at = 0; at < values.length; at += stride) {
    const around = values.slice(Math.max(0, at - half), at + half + 1)
    const median = medianOf(around.slice())
    const deviation = normalDeviations * medianOf(around.map((value) => Math.abs(value - median)))
    middle.fill(median, at, at + stride)
    spread.fill(deviation, at, at + stride)
  }
  return { middle, spread }
}

/** The value of a stretch that is farthest from those around it, in deviations. */
function oddestIn(values: Float64Array, { middle }: Range, from: number, to: number): number {
  let best = from
  const distance = (at: number): number => Math.abs((values[at] ?? 0) - (middle[at] ?? 0))
  for (let at = from; at < to; at++) if (distance(at) > distance(best)) best = at
  return best
}

/** Places that are odd beyond the crowd of the next odd ones, oddest first. */
function anomalousPlaces(scores: Float64Array, stretch: number): readonly number[] {
  // A spike makes every stretch odd that holds it.
  const places = highest(scores, crowd.to, Math.max(stretch, Math.round(apart * scores.length)))
  const others = places.slice(crowd.from).map((place) => scores[place] ?? 0)
  const usual = others.length === 0 ? 0 : others.reduce((sum, score) => sum + score, 0) / others.length
  return places.slice(0, mostAnomalies).filter((place) => (scores[place] ?? 0) > beyondCrowd * usual)
}

/**
 * Judges each value of a series, in order of time: those in the stretches that are least like any other are anomalies.
 * Steps of time need not be equal.
 */
export function findAnomalies({ name, times, values }: TimedValues): Result<readonly Judged[]> {
  const order = [...times.keys()]
    .filter((at) => Number.isFinite(times[at]) && Number.isFinite(values[at]))
    .toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0))
  if (order.length < fewest) return fail('series/too-short', { series: name, values: order.length, needed: fewest })
  const sorted = Float64Array.from(order, (at) => values[at] ?? 0)
  const { scores, factor } = oddness(sorted)
  const range = rangeAround(sorted, width * factor)
  const half = (width / 2) * factor
  const odd = new Set(
    anomalousPlaces(scores, width * factor).map((place) =>
      oddestIn(sorted, range, Math.max(0, place - half), Math.min(sorted.length, place + half)),
    ),
  )
  return ok(
    order.map((row, at): Judged => {
      const [middle, reach] = [range.middle[at] ?? 0, rangeErrors * (range.spread[at] ?? 0)]
      return {
        time: times[row] ?? 0,
        value: sorted[at] ?? 0,
        score: scores[at] ?? 0,
        isAnomaly: odd.has(at),
        low: middle - reach,
        high: middle + reach,
      }
    }),
  )
}
