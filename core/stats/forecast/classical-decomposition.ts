import { mean } from '../central-sums.ts'
import { isSeasonal } from './seasonality.ts'
import { isPositive, type Series } from './series.ts'

/** A series without its season, and the way to put the season on what follows. */
export type Deseasonalised = {
  readonly values: Float64Array
  readonly reseason: (ahead: Float64Array) => Float64Array
}

/** Moving average over one season, centred; NaN for half a season at both ends. */
export function centredAverage(values: Float64Array, season: number): Float64Array {
  const half = season >> 1
  const even = season % 2 === 0
  const averages = new Float64Array(values.length).fill(Number.NaN)
  for (let at = half; at < values.length - half; at++) {
    let sum = 0
    for (let step = -half; step <= half; step++) {
      const isEdge = even && Math.abs(step) === half
      sum += (values[at + step] ?? 0) * (isEdge ? 0.5 : 1)
    }
    averages[at] = sum / season
  }
  return averages
}

/** The mean effect of each place in a season, of ratios that average 1 or of differences that average 0. */
export function seasonalEffects({ values, season }: Series, isRatio: boolean): Float64Array {
  const trend = centredAverage(values, season)
  const sums = new Float64Array(season)
  const counts = new Float64Array(season)
  for (const [at, level] of trend.entries()) {
    if (Number.isNaN(level)) continue
    const value = values[at] ?? 0
    const place = at % season
    sums[place] = (sums[place] ?? 0) + (isRatio ? value / level : value - level)
    counts[place] = (counts[place] ?? 0) + 1
  }
  const effects = sums.map((sum, place) => sum / Math.max(1, counts[place] ?? 1))
  const centre = mean(effects)
  return effects.map((effect) => (isRatio ? effect / centre : effect - centre))
}

const unchanged = (values: Float64Array): Deseasonalised => ({ values, reseason: (ahead) => ahead })

/** Takes the season off, if the series has one: as ratios if all values are positive, as differences otherwise. */
export function deseasonalise({ values, season }: Series): Deseasonalised {
  if (!isSeasonal(values, season)) return unchanged(values)
  const isRatio = isPositive(values)
  const effects = seasonalEffects({ values, season }, isRatio)
  if (isRatio && effects.some((effect) => effect <= 0)) return unchanged(values)
  const effectAt = (at: number): number => effects[at % season] ?? 0
  return {
    values: values.map((value, at) => (isRatio ? value / effectAt(at) : value - effectAt(at))),
    reseason: (ahead) =>
      ahead.map((value, step) => {
        const effect = effectAt(values.length + step)
        return isRatio ? value * effect : value + effect
      }),
  }
}
