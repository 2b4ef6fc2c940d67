/** Keeps the first few items of an order without sorting all: a limit and a comparison. */
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
