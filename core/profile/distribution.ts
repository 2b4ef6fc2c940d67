/** Distribution of a column's values. */
export type Distribution = {
  /** True if computed from every value; otherwise quantiles are within 0.2 % of rank. */
  readonly exact: boolean
  /** Hyndman and Fan type 7, as in spreadsheets and NumPy; NaN without values. */
  readonly quantile: (share: number) => number
  /** Number of values below `value`. */
  readonly below: (value: number) => number
  readonly above: (value: number) => number
}

/** Built from distinct values, ascending, with their counts. */
export function exactDistribution(values: Float64Array, counts: Float64Array): Distribution {
  const before = new Float64Array(values.length + 1)
  for (let index = 0; index < values.length; index++) before[index + 1] = (before[index] ?? 0) + (counts[index] ?? 0)
  const total = before[values.length] ?? 0
  return {
    exact: true,
    quantile: (share) => {
      if (total === 0) return Number.NaN
      const place = share * (total - 1)
      const whole = Math.floor(place)
      const index = firstWhere(values.length, (at) => (before[at + 1] ?? 0) > whole)
      const value = values[index] ?? Number.NaN
      const next = whole + 1 < (before[index + 1] ?? 0) ? value : (values[index + 1] ?? value)
      return value + (next - value) * (place - whole)
    },
    below: (value) => before[firstWhere(values.length, (at) => (values[at] ?? 0) >= value)] ?? total,
    above: (value) => total - (before[firstWhere(values.length, (at) => (values[at] ?? 0) > value)] ?? total),
  }
}

/** First index that satisfies the predicate; `size` if none does. */
function firstWhere(size: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, size]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

const rounds = 60

/** Median absolute deviation, by bisection. */
export function medianDeviation(
  distribution: Distribution,
  range: { readonly min: number; readonly max: number },
): number {
  const median = distribution.quantile(0.5)
  const total = distribution.below(Number.POSITIVE_INFINITY)
  let [low, high] = [0, Math.max(range.max - median, median - range.min)]
  for (let round = 0; round < rounds; round++) {
    const middle = (low + high) / 2
    const within = total - distribution.below(median - middle) - distribution.above(median + middle)
    if (within * 2 >= total) high = middle
    else low = middle
  }
  return high
}
