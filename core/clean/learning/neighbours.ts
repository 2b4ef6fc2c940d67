/** Rows with a known target: features row by row, NaN if missing. */
export type TrainingRows = { readonly features: Float64Array; readonly width: number; readonly targets: Float64Array }

/** Standard deviation of each feature over the known rows, 1 if it is 0; the unit of distances. */
export function spreadsOf({ features, width }: TrainingRows): Float64Array {
  return Float64Array.from({ length: width }, (_, feature) => {
    let [count, sum, squares] = [0, 0, 0]
    for (let at = feature; at < features.length; at += width) {
      const value = features[at] ?? Number.NaN
      if (Number.isNaN(value)) continue
      count++
      const distance = value - sum / Math.max(1, count - 1)
      sum += value
      if (count > 1) squares += (distance * distance * (count - 1)) / count
    }
    const spread = Math.sqrt(squares / Math.max(1, count - 1))
    return spread > 0 ? spread : 1
  })
}

/** The nearest rows so far, the farthest last. */
class Nearest {
  readonly places: Int32Array
  readonly distances: Float64Array
  count = 0

  constructor(most: number) {
    this.places = new Int32Array(most)
    this.distances = new Float64Array(most).fill(Number.POSITIVE_INFINITY)
  }

  add(place: number, distance: number): void {
    let at = Math.min(this.count, this.places.length - 1)
    if (this.count === this.places.length && distance >= (this.distances[at] ?? 0)) return
    while (at > 0 && (this.distances[at - 1] ?? 0) > distance) {
      this.places[at] = this.places[at - 1] ?? 0
      this.distances[at] = this.distances[at - 1] ?? 0
      at--
    }
    this.places[at] = place
    this.distances[at] = distance
    if (this.count < this.places.length) this.count++
  }
}

/**
 * Targets of the nearest known rows, nearest first; ties by table order. Distance: Euclidean over the features both
 * rows have, scaled up for missing ones like scikit-learn's `nan_euclidean_distances`, each feature divided by its
 * standard deviation. Rows without a common feature are not neighbours.
 */
export function nearestTargets(
  { features, width, targets }: TrainingRows,
  row: Float64Array,
  spreads: Float64Array,
  most: number,
): number[] {
  const nearest = new Nearest(most)
  for (let place = 0, at = 0; place < targets.length; place++, at += width) {
    let [squares, shared] = [0, 0]
    for (let feature = 0; feature < width; feature++) {
      const difference = ((features[at + feature] as number) - (row[feature] as number)) / (spreads[feature] as number)
      if (difference !== difference) continue
      squares += difference * difference
      shared++
    }
    if (shared > 0) nearest.add(place, (squares * width) / shared)
  }
  return Array.from(nearest.places.subarray(0, nearest.count), (place) => targets[place] ?? Number.NaN)
}

/** The most frequent value; the first of equally frequent ones. */
export function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let [best, most] = [Number.NaN, 0]
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count]
  return best
}
