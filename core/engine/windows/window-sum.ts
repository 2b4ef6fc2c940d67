/** A compensated sum with its count; skips nulls. */
export class WindowSum {
  sum = 0
  rest = 0
  count = 0

  add(value: number): void {
    if (value !== value) return
    this.#add(value)
    this.count += 1
  }

  /** Adds another sum. */
  join({ sum, rest, count }: WindowSum): void {
    this.#add(sum)
    this.rest += rest
    this.count += count
  }

  /** Copies another sum. */
  take({ sum, rest, count }: WindowSum): void {
    this.sum = sum
    this.rest = rest
    this.count = count
  }

  clear(): void {
    this.sum = 0
    this.rest = 0
    this.count = 0
  }

  /** If the sum is infinite, the rounding error is NaN. */
  get total(): number {
    return Number.isFinite(this.sum) ? this.sum + this.rest : this.sum
  }

  #add(value: number): void {
    const next = this.sum + value
    const added = next - this.sum
    this.rest += this.sum - (next - added) + (value - added)
    this.sum = next
  }
}
