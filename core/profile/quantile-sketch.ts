/** Approximate number of centroids; the rank error is below 0.2 % in the middle and much smaller at the ends. */
const compression = 1000

type Groups = { readonly means: Float64Array; readonly weights: Float64Array }

const none: Groups = { means: new Float64Array(0), weights: new Float64Array(0) }

/** Maximum cumulative share at which a centroid that begins at `from` may end. */
function reach(from: number): number {
  const place = (Math.asin(2 * from - 1) * compression) / (2 * Math.PI) + 1
  return place >= compression / 4 ? 1 : (Math.sin((place * 2 * Math.PI) / compression) + 1) / 2
}

/** Merges two sorted lists. */
function interleave(a: Groups, b: Groups): Groups {
  const length = a.means.length + b.means.length
  const means = new Float64Array(length)
  const weights = new Float64Array(length)
  for (let [left, right, at] = [0, 0, 0]; at < length; at++) {
    const takesLeft = right >= b.means.length || (a.means[left] ?? Number.POSITIVE_INFINITY) <= (b.means[right] ?? 0)
    const [from, index] = takesLeft ? [a, left++] : [b, right++]
    means[at] = from.means[index] ?? 0
    weights[at] = from.weights[index] ?? 0
  }
  return { means, weights }
}

/** Quantile estimates in 16 KB: a merging t-digest (Dunning and Ertl, 2019). */
export class QuantileSketch {
  #groups = none
  #count = 0
  #min = Number.POSITIVE_INFINITY
  #max = Number.NEGATIVE_INFINITY

  /** Adds ascending values with weights. */
  addSorted(values: Float64Array, weights: Float64Array): void {
    if (values.length === 0) return
    this.#min = Math.min(this.#min, values[0] ?? 0)
    this.#max = Math.max(this.#max, values.at(-1) ?? 0)
    this.#count += weights.reduce((sum, weight) => sum + weight, 0)
    this.#compress(interleave(this.#groups, { means: values, weights }))
  }

  merge(other: QuantileSketch): void {
    if (other.#count === 0) return
    this.#min = Math.min(this.#min, other.#min)
    this.#max = Math.max(this.#max, other.#max)
    this.#count += other.#count
    this.#compress(interleave(this.#groups, other.#groups))
  }

  #compress({ means, weights }: Groups): void {
    let [size, before] = [0, 0]
    let limit = reach(0) * this.#count
    for (let index = 1; index < means.length; index++) {
      const [mean, weight] = [means[index] ?? 0, weights[index] ?? 0]
      const held = weights[size] ?? 0
      if (before + held + weight <= limit) {
        weights[size] = held + weight
        means[size] = (means[size] ?? 0) + ((mean - (means[size] ?? 0)) * weight) / (held + weight)
      } else {
        before += held
        limit = reach(before / this.#count) * this.#count
        size++
        means[size] = mean
        weights[size] = weight
      }
    }
    this.#groups = { means: means.slice(0, size + 1), weights: weights.slice(0, size + 1) }
  }

  /** The value at a share of the distribution; NaN without values. */
  quantile(share: number): number {
    const { means, weights } = this.#groups
    if (this.#count === 0) return Number.NaN
    const wanted = share * this.#count
    let [before, mean, middle] = [0, this.#min, 0]
    for (const [index, weight] of weights.entries()) {
      const nextMiddle = before + weight / 2
      const nextMean = means[index] ?? 0
      if (wanted <= nextMiddle) return between({ mean, middle }, { mean: nextMean, middle: nextMiddle }, wanted)
      before += weight
      mean = nextMean
      middle = nextMiddle
    }
    return between({ mean, middle }, { mean: this.#max, middle: this.#count }, wanted)
  }

  /** The share of values below one. */
  shareBelow(value: number): number {
    if (this.#count === 0 || value <= this.#min) return 0
    if (value > this.#max) return 1
    const { means, weights } = this.#groups
    let [before, mean, middle] = [0, this.#min, 0]
    for (const [index, weight] of weights.entries()) {
      const next = { mean: means[index] ?? 0, middle: before + weight / 2 }
      if (value <= next.mean) return placeBetween({ mean, middle }, next, value) / this.#count
      before += weight
      ;({ mean, middle } = next)
    }
    return placeBetween({ mean, middle }, { mean: this.#max, middle: this.#count }, value) / this.#count
  }
}

type Point = { readonly mean: number; readonly middle: number }

const between = (a: Point, b: Point, wanted: number): number =>
  b.middle === a.middle ? b.mean : a.mean + ((b.mean - a.mean) * (wanted - a.middle)) / (b.middle - a.middle)

const placeBetween = (a: Point, b: Point, value: number): number =>
  b.mean === a.mean ? b.middle : a.middle + ((b.middle - a.middle) * (value - a.mean)) / (b.mean - a.mean)
