/** The first few of many in an order, without sorting them all: after how few, and which of two comes first. */
export class Leading<One> {
  readonly #most: number
  readonly #compare: (a: One, b: One) => number
  readonly found: One[] = []

  constructor(most: number, compare: (a: One, b: One) => number) {
    this.#most = most
    this.#compare = compare
  }

  add(one: One): void {
    const last = this.found.at(-1)
    if (this.found.length === this.#most && last !== undefined && this.#compare(one, last) >= 0) return
    const after = this.found.findIndex((other) => this.#compare(one, other) < 0)
    this.found.splice(after === -1 ? this.found.length : after, 0, one)
    if (this.found.length > this.#most) this.found.pop()
  }
}
