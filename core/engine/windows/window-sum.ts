/** A sum with what each addition rounds off, and of how many values it is; nulls are left out. */
export class WindowSum {
  sum = 0
  rest = 0
  count = 0

  add(value: number): void {
    if (value !== value) return
    this.#add(value)
    this.count += 1
  }

  /** Adds what another one is of. */
  join({ sum, rest, count }: WindowSum): void {
    this.#add(sum)
    this.rest += rest
    this.count += count
  }

  /** Becomes as another one is. */
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

  /** Where the sum is infinite, what was rounded off is not a number. */
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
