const hour = 3_600_000
/** Maximum span: about 480 years, 512 KB. */
const maxHours = 1 << 22

/** The hours that contain a moment, one bit each; null beyond the maximum span. */
export class HourSet {
  #first = 0
  #bits: Uint32Array | null = new Uint32Array(0)

  /** Adds `values[0, count)`, moments in milliseconds with a known range. */
  add(values: Float64Array, count: number, range: { readonly min: number; readonly max: number }): void {
    if (count === 0 || !this.#cover(Math.floor(range.min / hour), Math.floor(range.max / hour))) return
    const bits = this.#bits
    if (bits === null) return
    let last = -1
    for (let index = 0; index < count; index++) {
      const place = Math.floor((values[index] as number) / hour) - this.#first
      if (place === last) continue
      bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31))
      last = place
    }
  }

  /** Extends the bit set to cover `low` to `high`. */
  #cover(low: number, high: number): boolean {
    if (this.#bits === null) return false
    const isEmpty = this.#bits.length === 0
    const first = Math.floor((isEmpty ? low : Math.min(low, this.#first)) / 32) * 32
    const end = isEmpty ? high + 1 : Math.max(high + 1, this.#first + this.#bits.length * 32)
    if (end - first > maxHours || !Number.isFinite(end - first)) {
      this.#bits = null
      return false
    }
    if (first === this.#first && end <= first + this.#bits.length * 32) return true
    const bits = new Uint32Array(Math.ceil((end - first) / 32))
    if (!isEmpty) bits.set(this.#bits, (this.#first - first) / 32)
    this.#bits = bits
    this.#first = first
    return true
  }

  merge(other: HourSet): void {
    if (other.#bits === null) this.#bits = null
    if (this.#bits === null || other.#bits === null || other.#bits.length === 0) return
    if (!this.#cover(other.#first, other.#first + other.#bits.length * 32 - 1)) return
    const from = (other.#first - this.#first) / 32
    for (const [word, bits] of other.#bits.entries()) this.#bits[from + word] = (this.#bits[from + word] ?? 0) | bits
  }

  /** The start of each hour that contains a moment, ascending; null beyond the maximum span. */
  moments(): Float64Array | null {
    if (this.#bits === null) return null
    const found: number[] = []
    for (const [word, bits] of this.#bits.entries())
      for (let left = bits; left !== 0; left &= left - 1)
        found.push((this.#first + word * 32 + 31 - Math.clz32(left & -left)) * hour)
    return Float64Array.from(found)
  }
}
