const precision = 15
const registers = 1 << precision

/** Estimates a distinct count in 32 KB with a standard error of 0.6 %. Flajolet et al. (2007), with linear counting. */
export class HyperLogLog {
  readonly #ranks = new Uint8Array(registers)

  add(first: number, second: number): void {
    const register = first >>> (32 - precision)
    const rank = Math.clz32(second) + 1
    if (rank > (this.#ranks[register] ?? 0)) this.#ranks[register] = rank
  }

  merge(other: HyperLogLog): void {
    for (let register = 0; register < registers; register++) {
      this.#ranks[register] = Math.max(this.#ranks[register] ?? 0, other.#ranks[register] ?? 0)
    }
  }

  estimate(): number {
    let [sum, empty] = [0, 0]
    for (const rank of this.#ranks) {
      sum += 2 ** -rank
      if (rank === 0) empty++
    }
    const raw = ((0.7213 / (1 + 1.079 / registers)) * registers * registers) / sum
    const small = raw <= 2.5 * registers && empty > 0
    return Math.round(small ? registers * Math.log(registers / empty) : raw)
  }
}
