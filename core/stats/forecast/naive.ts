import { deseasonalise } from './classical-decomposition.ts'
import type { ForecastModel } from './series.ts'

/** The last value without its season goes on, with its season: the benchmark Naive 2 of the M competitions. */
export const seasonallyAdjustedNaive: ForecastModel = {
  title: 'Last value, by season',
  reference: 'Naive 2 of Makridakis and others (2020)',
  forecast: (series, horizon) => {
    const { values, reseason } = deseasonalise(series)
    return values.length === 0 ? null : reseason(new Float64Array(horizon).fill(values.at(-1) ?? 0))
  },
}
