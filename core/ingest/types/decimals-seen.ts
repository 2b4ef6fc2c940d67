const [point, zero] = [46, 48]
/** Numbers examined; the first ones of a column show how it writes decimals. */
const examined = 1000

/** How the first numbers of a column write their decimals. */
export class DecimalsSeen {
  #numbers = 0
  #fewest = Number.POSITIVE_INFINITY
  #longestPadded = 0

  observe(bytes: Uint8Array, start: number, end: number): void {
    if (this.#numbers++ >= examined) return
    const at = bytes.subarray(start, end).lastIndexOf(point)
    const decimals = at < 0 ? 0 : end - start - at - 1
    this.#fewest = Math.min(this.#fewest, decimals)
    if (decimals > 1 && bytes[end - 1] === zero) this.#longestPadded = Math.max(this.#longestPadded, decimals)
  }

  /** Do some end in a zero that others leave out, as `1.9` and `1.10` do? No program writes numbers so. */
  get areOrdinal(): boolean {
    return this.#longestPadded > this.#fewest
  }
}
