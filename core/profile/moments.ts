import { type CentralSums, kurtosisOf, skewnessOf } from '../stats/central-sums.ts'

/** Relative differences below this share of the mean lose digits in floating point. */
const narrow = 1e-5
const maxDecimals = 6

/** The power of ten that makes all values integers as written; 1 if no small one does. */
function decimalScale(values: Float64Array, count: number): number {
  for (let decimals = 1; decimals <= maxDecimals; decimals++) {
    const scale = 10 ** decimals
    let index = 0
    while (index < count && Math.round((values[index] as number) * scale) / scale === values[index]) index++
    if (index === count) return scale
  }
  return 1
}

/** Sums of powers of deviations from an approximate mean, corrected by the residual mean. */
function powersAbout(mean: number, values: Float64Array, count: number): Omit<CentralSums, 'count'> {
  let [rest, squares, cubes, fourths] = [0, 0, 0, 0]
  for (let index = 0; index < count; index++) {
    const distance = (values[index] as number) - mean
    const square = distance * distance
    rest += distance
    squares += square
    cubes += square * distance
    fourths += square * square
  }
  const shift = rest / count
  return {
    squares: squares - rest * shift,
    cubes: cubes - 3 * shift * squares + 2 * rest * shift * shift,
    fourths: fourths - 4 * shift * cubes + 6 * shift * shift * squares - 3 * rest * shift ** 3,
  }
}

/**
 * Count, range, sum, mean, variance and shape over batches in any order. Uses compensated sums (Neumaier) and merged
 * central moments (Chan, Golub, LeVeque; Pébay 2008), which are stable for large offsets.
 */
export class Moments {
  count = 0
  min = Number.POSITIVE_INFINITY
  max = Number.NEGATIVE_INFINITY
  zeros = 0
  negatives = 0
  #sum = 0
  #lost = 0
  #squares = 0
  #cubes = 0
  #fourths = 0

  get sum(): number {
    return this.#sum + this.#lost
  }

  get mean(): number {
    return this.sum / this.count
  }

  /** Sample standard deviation (n − 1); null below two values. */
  get standardDeviation(): number | null {
    return this.count < 2 ? null : Math.sqrt(this.#squares / (this.count - 1))
  }

  get sums(): CentralSums {
    return { count: this.count, squares: this.#squares, cubes: this.#cubes, fourths: this.#fourths }
  }

  get skewness(): number | null {
    return skewnessOf(this.sums)
  }

  get kurtosis(): number | null {
    return kurtosisOf(this.sums)
  }

  /** Adds `values[0, count)`, without NaN. */
  add(values: Float64Array, count: number): void {
    if (count === 0) return
    const batch = new Moments()
    batch.#gather(values, count)
    this.merge(batch)
  }

  #gather(values: Float64Array, count: number): void {
    this.count = count
    let [min, max, zeros, negatives] = [this.min, this.max, 0, 0]
    let [sum, lost] = [0, 0]
    for (let index = 0; index < count; index++) {
      const value = values[index] as number
      if (value < min) min = value
      if (value > max) max = value
      if (value <= 0) {
        if (value === 0) zeros++
        else negatives++
      }
      const next = sum + value
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
      sum = next
    }
    Object.assign(this, { min, max, zeros, negatives })
    this.#sum = sum
    this.#lost = lost
    this.#gatherPowers(values, count)
  }

  #gatherPowers(values: Float64Array, count: number): void {
    const { squares, cubes, fourths } = powersAbout(this.mean, values, count)
    const scale = squares < count * (this.mean * narrow) ** 2 ? decimalScale(values, count) : 1
    if (scale === 1) {
      this.#squares = squares
      this.#cubes = cubes
      this.#fourths = fourths
      return
    }
    const whole = values.slice(0, count).map((value) => Math.round(value * scale))
    const exact = powersAbout(this.mean * scale, whole, count)
    this.#squares = exact.squares / scale ** 2
    this.#cubes = exact.cubes / scale ** 3
    this.#fourths = exact.fourths / scale ** 4
  }

  #addToSum(value: number): void {
    const sum = this.#sum + value
    this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - sum + value : value - sum + this.#sum
    this.#sum = sum
  }

  merge(other: Moments): void {
    if (other.count === 0) return
    if (this.count > 0) this.#addDistance(other)
    this.#squares += other.#squares
    this.#cubes += other.#cubes
    this.#fourths += other.#fourths
    this.count += other.count
    this.min = Math.min(this.min, other.min)
    this.max = Math.max(this.max, other.max)
    this.zeros += other.zeros
    this.negatives += other.negatives
    this.#addToSum(other.#sum)
    this.#lost += other.#lost
  }

  /** Adds the terms of central moments that come from the difference of the two means. */
  #addDistance(other: Moments): void {
    const [a, b] = [this.count, other.count]
    const total = a + b
    const distance = other.mean - this.mean
    const step = distance / total
    const product = distance * step * a * b
    this.#fourths +=
      product * step * step * (a * a - a * b + b * b) +
      6 * step * step * (a * a * other.#squares + b * b * this.#squares) +
      4 * step * (a * other.#cubes - b * this.#cubes)
    this.#cubes += product * step * (a - b) + 3 * step * (a * other.#squares - b * this.#squares)
    this.#squares += product
  }
}
