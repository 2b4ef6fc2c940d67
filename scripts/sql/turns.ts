/** Lets so many pieces of work run at once, and so many more wait in order. */
export class Turns {
  readonly #atOnce: number
  readonly #mostWaiting: number
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce
    this.#mostWaiting = mostWaiting
  }

  /** What the work gives; null where too many wait already, or the signal was aborted before its turn. */
  async take<Out>(work: () => Promise<Out>, signal: AbortSignal): Promise<Out | null> {
    if (!(await this.#begin(signal))) return null
    try {
      return signal.aborted ? null : await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }

  /** False where it may not begin; one that waited is handed the turn of the one that ended. */
  async #begin(signal: AbortSignal): Promise<boolean> {
    if (this.#running < this.#atOnce) {
      this.#running += 1
      return true
    }
    if (this.#waiting.length >= this.#mostWaiting) return false
    return new Promise((done) => {
      const begin = (): void => done(true)
      this.#waiting.push(begin)
      signal.addEventListener('abort', () => {
        const at = this.#waiting.indexOf(begin)
        if (at >= 0) this.#waiting.splice(at, 1)
        done(false)
      })
    })
  }
}
