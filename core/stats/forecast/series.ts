/** Values at equal steps, in order of time; none is missing. */
export type Series = {
  readonly values: Float64Array
  /** Steps of a season, such as 12 for months; 1 if there is none. */
  readonly season: number
  /** Longer seasons beside it, such as 168 for hours, shortest first. */
  readonly longer?: readonly number[]
}

/** A way to continue a series. */
export type ForecastModel = {
  readonly title: string
  /** Author and year of the method. */
  readonly reference: string
  /** The next `horizon` values; null if the series is too short for the method. */
  readonly forecast: (series: Series, horizon: number) => Float64Array | null
}

export const isPositive = (values: Float64Array): boolean => values.every((value) => value > 0)

export const isConstant = (values: Float64Array): boolean => values.every((value) => value === values[0])
