import { exponentialSmoothing } from './exponential-smoothing.ts'
import { isPositive, type ForecastModel } from './series.ts'
import { stlSeason } from './stl.ts'

const rounds = 2
const fewestSeasons = 2
/** Seasons smoothed together: 7 + 4 for the shortest, 4 more for each longer one (Bandara and others, 2021). */
const widthOf = (at: number): number => 11 + 4 * at

/** What each season adds to each value, the shortest season first. */
function decompose(values: Float64Array, seasons: readonly number[]): readonly Float64Array[] {
  const parts: Float64Array[] = seasons.map(() => new Float64Array(values.length))
  let rest: Float64Array = values
  for (let round = 0; round < rounds; round++)
    for (const [at, season] of seasons.entries()) {
      const before = parts[at]
      const open = rest.map((value, index) => value + (before?.[index] ?? 0))
      const found = stlSeason(open, season, widthOf(at))
      parts[at] = found
      rest = open.map((value, index) => value - (found[index] ?? 0))
    }
  return parts
}

/** Takes one season after the other off, continues the rest by exponential smoothing, and repeats the last seasons. */
export const multipleSeasons: ForecastModel = {
  title: 'Several seasons',
  reference: 'MSTL of Bandara, Hyndman and Bergmeir (2021)',
  forecast({ values, season, longer = [] }, horizon) {
    const seasons = [season, ...longer].filter((each) => each > 1 && values.length >= fewestSeasons * each + 1)
    if (seasons.length === 0) return null
    const isRatio = isPositive(values)
    const scaled = isRatio ? values.map(Math.log) : values
    const parts = decompose(scaled, seasons)
    const rest = scaled.map((value, at) => value - parts.reduce((sum, part) => sum + (part[at] ?? 0), 0))
    const ahead = exponentialSmoothing.forecast({ values: rest, season: 1 }, horizon)
    if (!ahead) return null
    const whole = ahead.map((value, step) =>
      seasons.reduce((sum, each, at) => sum + (parts[at]?.[values.length - each + (step % each)] ?? 0), value),
    )
    return isRatio ? whole.map(Math.exp) : whole
  },
}
