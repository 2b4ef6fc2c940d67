/**
 * Count, range, sum, mean and spread, from batches in any order.
 * Sums are compensated (Neumaier) and spreads merged about the mean (Chan, Golub, LeVeque): stable for large offsets.
 */
export class Moments {
  count = 0
  min = Number.POSITIVE_INFINITY
  max = Number.NEGATIVE_INFINITY
  #sum = 0
  #lost = 0
  #squares = 0

  get sum(): number {
    return this.#sum + this.#lost
  }

  get mean(): number {
    return this.sum / this.count
  }

  /** Of the sample (n − 1); null for fewer than two values. */
  get standardDeviation(): number | null {
    return this.count < 2 ? null : Math.sqrt(this.#squares / (this.count - 1))
  }

  /** Takes `values[0, count)`, none of them NaN. */
  add(values: Float64Array, count: number): void {
    if (count === 0) return
    const batch = new Moments()
    batch.#gather(values, count)
    this.merge(batch)
  }

  #gather(values: Float64Array, count: number): void {
    this.count = count
    for (let index = 0; index < count; index++) {
      const value = values[index] ?? 0
      if (value < this.min) this.min = value
      if (value > this.max) this.max = value
      this.#addToSum(value)
    }
    const mean = this.mean
    let [squares, rest] = [0, 0]
    for (let index = 0; index < count; index++) {
      const distance = (values[index] ?? 0) - mean
      squares += distance * distance
      rest += distance
    }
    this.#squares = squares - (rest * rest) / count
  }

  #addToSum(value: number): void {
    const sum = this.#sum + value
    this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - sum + value : value - sum + this.#sum
    this.#sum = sum
  }

  merge(other: Moments): void {
    if (other.count === 0) return
    if (this.count > 0) {
      const distance = other.mean - this.mean
      this.#squares += (distance * distance * this.count * other.count) / (this.count + other.count)
    }
    this.#squares += other.#squares
    this.count += other.count
    this.min = Math.min(this.min, other.min)
    this.max = Math.max(this.max, other.max)
    this.#addToSum(other.#sum)
    this.#lost += other.#lost
  }
}
