/** Traits cut into few bins each, so that a split is found by counting. */
export type Binned = {
  /** Of every trait, ascending; a value belongs to the first bin whose threshold is not below it. */
  readonly thresholds: readonly Float64Array[]
  /** One byte for every trait and row: the row's bin. */
  readonly bins: readonly Uint8Array[]
}

const mostThresholds = 24

function thresholdsOf(values: readonly number[]): Float64Array {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const middles = sorted.slice(1).map((value, at) => (value + (sorted[at] ?? value)) / 2)
  if (middles.length <= mostThresholds) return Float64Array.from(middles)
  const ranked = [...values].sort((a, b) => a - b)
  const cuts = Array.from({ length: mostThresholds }, (_, at) => {
    const value = ranked[Math.floor(((at + 1) * ranked.length) / (mostThresholds + 1))] ?? 0
    return middles.find((middle) => middle > value) ?? value
  })
  return Float64Array.from(new Set(cuts))
}

const binOf = (thresholds: Float64Array, value: number): number => {
  const bin = thresholds.findIndex((threshold) => value <= threshold)
  return bin < 0 ? thresholds.length : bin
}

export function binned(rows: readonly Float64Array[]): Binned {
  const width = rows[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, trait) => rows.map((row) => row[trait] ?? 0))
  const thresholds = columns.map(thresholdsOf)
  const bins = columns.map((column, trait) => {
    const cuts = thresholds[trait] ?? new Float64Array()
    return Uint8Array.from(column, (value) => binOf(cuts, value))
  })
  return { thresholds, bins }
}
