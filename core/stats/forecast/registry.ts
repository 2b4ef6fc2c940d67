import { arima } from './arima.ts'
import { complexSmoothing } from './complex-smoothing.ts'
import { dynamicTheta } from './dynamic-theta.ts'
import { exponentialSmoothing } from './exponential-smoothing.ts'
import { multipleSeasons } from './multiple-seasons.ts'
import type { ForecastModel } from './series.ts'

/** Every model that an ensemble may use. A new one is one file and one line here. */
export const forecastModels = {
  theta: dynamicTheta,
  smoothing: exponentialSmoothing,
  arima,
  complex: complexSmoothing,
  seasons: multipleSeasons,
} satisfies Record<string, ForecastModel>

export type ForecastModelId = keyof typeof forecastModels
